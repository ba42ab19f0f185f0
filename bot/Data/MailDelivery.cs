using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CroissanceConnectee.Bot.Data;

public sealed class MailOptions
{
    /// SMTP server. Empty: mails are kept and shown on the development page.
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// Empty: the server wants no name.
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// TLS: Auto takes what the server offers, Required refuses to send without.
    public MailTls Tls { get; set; } = MailTls.Required;

    [EmailAddress]
    public string From { get; set; } = "ne-pas-repondre@localhost.localdomain";

    /// How long one delivery may take.
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;
}

public enum MailTls
{
    Auto,
    Required,
    None,
}

public sealed class MailDelivery(IOptions<MailOptions> options) : IDelivery
{
    private readonly MailOptions _options = options.Value;

    public string Kind => OutboxKinds.Email;

    /// The message id is the outbox row's: a mail that went out twice after a crash is seen as one by its reader's server.
    public async Task<OutboxState> DeliverAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (_options.Host.Length == 0)
        {
            return OutboxState.Kept;
        }

        var email = JsonSerializer.Deserialize(message.Payload, OutboxJson.Default.Email)!;
        using var mime = new MimeMessage
        {
            MessageId = $"{message.Id:N}@{_options.From.Split('@')[^1]}",
            Subject = email.Subject,
            Body = new TextPart("plain") { Text = email.Text },
        };
        mime.From.Add(MailboxAddress.Parse(_options.From));
        mime.To.Add(MailboxAddress.Parse(email.To));

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        using var client = new SmtpClient();
        await client.ConnectAsync(_options.Host, _options.Port, Security(), patience.Token);
        if (_options.User.Length > 0)
        {
            await client.AuthenticateAsync(_options.User, _options.Password, patience.Token);
        }

        await client.SendAsync(mime, patience.Token);
        await client.DisconnectAsync(quit: true, patience.Token);
        return OutboxState.Done;
    }

    private SecureSocketOptions Security() => _options.Tls switch
    {
        MailTls.None => SecureSocketOptions.None,
        MailTls.Auto => SecureSocketOptions.StartTlsWhenAvailable,
        _ => _options.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
    };
}
