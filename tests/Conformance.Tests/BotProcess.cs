using System.Diagnostics;
using System.Security.Cryptography;

namespace CroissanceConnectee.Conformance.Tests;

/// The host as it runs for people: its own process, Kestrel on a free port, a database file.
public sealed class BotProcess : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("croissance-").FullName;
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    public byte[] TokenKey { get; } = RandomNumberGenerator.GetBytes(32);

    public string Site { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // The host's own output folder, beside ours: artifacts/bin/{project}/{configuration}.
        var ours = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var host = Path.Combine(ours.Parent!.Parent!.FullName, "Bot", ours.Name);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(host, "CroissanceConnectee.Bot.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = host,
            RedirectStandardOutput = true,
        };
        start.Environment["Storage__Directory"] = _folder;
        start.Environment["DirectLine__TokenKey"] = Convert.ToBase64String(TokenKey);
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment["Logging__Console__FormatterName"] = "simple";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split(Listening) is [_, var address])
            {
                _address.TrySetResult(address.Trim());
            }
        };
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The host ended before it listened."));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        Site = await _address.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
