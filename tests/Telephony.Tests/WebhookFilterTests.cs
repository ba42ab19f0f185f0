using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using CroissanceConnectee.Telephony.Tests.Support;

namespace CroissanceConnectee.Telephony.Tests;

public sealed class WebhookFilterTests
{
    private const string Token = "12345";
    private const string Public = "https://Voix.Example.fr";
    private const string Form = "CallSid=CA1&SpeechResult=+des+bougies+&Digits=&Odd=1&Odd=2";

    [Fact]
    public async Task SignedFormComesThroughWhole()
    {
        await using var host = await WebhookHost.StartAsync(Token, Public);

        var response = await host.PostAsync("/telephony/echo?n=3&q=It's%20d%C3%A9but", Form, Sign("/telephony/echo?n=3&q=It's%20d%C3%A9but", Form));

        Assert.Equal("CallSid=CA1|SpeechResult= des bougies |Digits=|Odd=1|Odd=2", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("https://voix.example.fr/telephony/echo")]
    [InlineData("http://Voix.Example.fr/telephony/echo")]
    [InlineData("https://Voix.Example.fr/telephony/other")]
    [InlineData("https://Voix.Example.fr/telephony/echo?n=1")]
    public async Task SignatureForAnotherAddressIsRefused(string url)
    {
        await using var host = await WebhookHost.StartAsync(Token, Public);

        var response = await host.PostAsync("/telephony/echo", Form, WebhookSignature.Compute(Token, url, WebhookForm.Parse(Form)));

        await WebhookHost.NothingWasSaidAsync(response);
    }

    [Fact]
    public async Task UnsignedIsRefusedEvenFromThisMachineOnceThereIsAToken()
    {
        await using var host = await WebhookHost.StartAsync(Token);

        await WebhookHost.NothingWasSaidAsync(await host.PostAsync("/telephony/echo", Form));
        await WebhookHost.NothingWasSaidAsync(await host.SendAsync(HttpMethod.Get, "/telephony/echo", _ => { }));
    }

    [Fact]
    public async Task WithoutPublicAddressTheRequestsOwnIsTaken()
    {
        await using var host = await WebhookHost.StartAsync(Token);
        var url = new Uri(host.Http.BaseAddress!, "/telephony/echo").ToString();

        var response = await host.PostAsync("/telephony/echo", Form, WebhookSignature.Compute(Token, url, WebhookForm.Parse(Form)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://Voix.Example.fr/ligne", "/telephony/echo", "https://Voix.Example.fr/ligne/telephony/echo")]
    [InlineData("https://Voix.Example.fr/telephony", "/telephony/echo", "https://Voix.Example.fr/telephony/echo")]
    [InlineData("https://Voix.Example.fr/", "/telephony/echo", "https://Voix.Example.fr/telephony/echo")]
    [InlineData("https://u:p@Voix.Example.fr:8443", "/telephony/echo", "https://Voix.Example.fr/telephony/echo")]
    public async Task PrefixesPortsAndCredentialsOfThePublicAddressAreUnderstood(string publicBaseUrl, string target, string signedUrl)
    {
        await using var host = await WebhookHost.StartAsync(Token, publicBaseUrl);

        var response = await host.PostAsync(target, Form, WebhookSignature.Compute(Token, signedUrl, WebhookForm.Parse(Form)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task GetIsSignedOverItsAddressAlone()
    {
        await using var host = await WebhookHost.StartAsync(Token, Public);

        var response = await host.SendAsync(HttpMethod.Get, "/telephony/echo?CallSid=CA1", request =>
            request.Headers.Add("X-Twilio-Signature", Sign("/telephony/echo?CallSid=CA1", "")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task JsonIsVouchedForByTheHashInTheQuery()
    {
        const string Body = /*lang=json*/ """{"property": "value", "boolean": true}""";
        await using var host = await WebhookHost.StartAsync(Token, Public);
        var target = "/telephony/echo?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)));

        var right = await host.PostAsync(target, Body, Sign(target, ""), "application/json");
        var changed = await host.PostAsync(target, Body + " ", Sign(target, ""), "application/json");
        var withoutHash = await host.PostAsync("/telephony/echo", Body, Sign("/telephony/echo", ""), "application/json");
        var asForm = await host.PostAsync(target, Form, Sign(target, ""));

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        await WebhookHost.NothingWasSaidAsync(changed);
        await WebhookHost.NothingWasSaidAsync(withoutHash);
        await WebhookHost.NothingWasSaidAsync(asForm);
    }

    [Fact]
    public async Task LongBodyIsNotRead()
    {
        await using var host = await WebhookHost.StartAsync(Token, Public);
        var long1 = "a=" + new string('x', WebhookFilter.BodyLimit - 2);
        var long2 = long1 + "x";

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/telephony/echo", long1, Sign("/telephony/echo", long1))).StatusCode);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await host.PostAsync("/telephony/echo", long2, Sign("/telephony/echo", long2))).StatusCode);
        await WebhookHost.NothingWasSaidAsync(await host.PostAsync("/telephony/echo", long2));
    }

    [Fact]
    public async Task WithoutTokenOnlyProgramsOfThisMachineAreServed()
    {
        await using var host = await WebhookHost.StartAsync("");

        var direct = await host.PostAsync("/telephony/echo", Form);
        Assert.Equal(HttpStatusCode.OK, direct.StatusCode);

        foreach (var (name, value) in new[]
        {
            ("X-Forwarded-For", "203.0.113.7"), ("Forwarded", "for=203.0.113.7"), ("Origin", "https://mechant.example"), ("Host", "voix.example.fr"),
        })
        {
            await WebhookHost.NothingWasSaidAsync(
                await host.SendAsync(HttpMethod.Post, "/telephony/echo", request => request.Headers.TryAddWithoutValidation(name, value)));
        }
    }

    [Fact]
    public async Task SocketsAreSignedOverTheirWssAddress()
    {
        await using var host = await WebhookHost.StartAsync(Token, Public);
        var address = new UriBuilder(host.Http.BaseAddress!) { Scheme = "ws", Path = "/telephony/echo" }.Uri;

        async Task<HttpStatusCode> ConnectAsync(string? signature)
        {
            using var socket = new ClientWebSocket();
            socket.Options.CollectHttpResponseDetails = true;
            if (signature is not null)
            {
                socket.Options.SetRequestHeader("X-Twilio-Signature", signature);
            }

            await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));
            return socket.HttpStatusCode;
        }

        // The endpoint behind does not accept sockets: 200 says that the filter let the handshake through.
        Assert.Equal(HttpStatusCode.OK, await ConnectAsync(WebhookSignature.Compute(Token, "wss://Voix.Example.fr/telephony/echo", [])));
        Assert.Equal(HttpStatusCode.OK, await ConnectAsync(WebhookSignature.Compute(Token, "wss://Voix.Example.fr/telephony/echo/", [])));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(WebhookSignature.Compute(Token, "https://Voix.Example.fr/telephony/echo", [])));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(null));
    }

    [Fact]
    public async Task OfficialPackagesSignaturesAreAccepted()
    {
        await using var host = await WebhookHost.StartAsync("ancien,12345", Public);
        const string Json = /*lang=json*/ """{"à":"é"}""";
        var requests = new object[]
        {
            new { token = Token, url = Public + "/telephony/echo?n=1", parameters = new { CallSid = "CA1", SpeechResult = " ça marche ? ", Digits = "" } },
            new { token = "ancien", url = Public + ":443/telephony/echo", parameters = new { b = new[] { "2", "1", "2" }, B = "x", é = "+33" } },
            new { token = Token, url = Public + "/telephony/echo?n=1", body = Json },
        };

        var signed = (await Peer.RunAsync("sign.cjs", requests)).EnumerateArray().ToList();

        async Task<HttpStatusCode> SendAsync(int index, string body, string type)
        {
            var target = signed[index].GetProperty("url").GetString()!.Split(":443").Last().Replace(Public, "", StringComparison.Ordinal);
            return (await host.PostAsync(target, body, signed[index].GetProperty("signature").GetString(), type)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await SendAsync(0, "CallSid=CA1&SpeechResult=+%C3%A7a+marche+%3F+&Digits=", "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(1, "b=2&b=1&b=2&B=x&%C3%A9=%2B33", "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(2, Json, "application/json"));
    }

    private static string Sign(string target, string form) => WebhookSignature.Compute(Token, Public + target, WebhookForm.Parse(form));
}
