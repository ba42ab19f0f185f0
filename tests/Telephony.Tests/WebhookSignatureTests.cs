namespace CroissanceConnectee.Telephony.Tests;

/// Vectors of the official packages for Node and .NET and of the provider's documentation, all under the token 12345.
public sealed class WebhookSignatureTests
{
    private const string U = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string P = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";

    [Theory]
    [InlineData(U, P, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", P, "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("http://mycompany.com:80/myapp.php?foo=1&bar=2", P, "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [InlineData("http://mycompany.com:1234/myapp.php?foo=1&bar=2", P, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", P, "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [InlineData("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", P, "CukzLTc1tT5dXEDIHm/tKBanW10=")]
    [InlineData("https://user@mycompany.com/myapp.php?foo=1&bar=2", P, "2YRLlVAflCqxaNicjMpJcSTgzSs=")]
    [InlineData("https://user:pass@mycompany.com:443/myapp.php?foo=1&bar=2", P, "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=")]
    [InlineData(U + "&Body=It%27s+amazing", P, "TfZzewPq8wqrGlMfyAud8+/IvJ0=")]
    [InlineData(U + "&Body=It's+amazing", P, "dsq4Ehbj6cs+KdTkpF5sSSplOWw=")]
    [InlineData(
        U,
        "MessagingBinding.Address=%2B1325xxxxxxx&MessagingBinding.Address=%2B1415xxxxxxx",
        "83O6e2vORAoJHUNzJjDWN1jz+BA=")]
    [InlineData(
        U,
        "MessagingBinding.Address=%2B1415xxxxxxx&MessagingBinding.Address=%2B1325xxxxxxx",
        "83O6e2vORAoJHUNzJjDWN1jz+BA=")]
    [InlineData(U, "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234", "IK+Dwps556ElfBT0I3Rgjkr1wJU=")]
    [InlineData(U + "&bodySHA256=" + Hash, "", "a9nBmqA0ju/hNViExpshrM61xv4=")]
    [InlineData("https://mycompany.com/myapp.php?bodySHA256=" + Hash, "", "y77kIzt2vzLz71DgmJGsen2scGs=")]
    [InlineData(U + "&bodySHA256=" + EmptyHash, "", "rw/jVviOgicj2+kHZULvebnA4ag=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2&bodySHA256=" + EmptyHash, "", "Ldidvp12m26NI7eqEvxnEpkd9Hc=")]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2", P, "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    [InlineData("https://MyCompany.com:1234/myapp.php?foo=1&bar=2", P, "PCqOZm8cnu/L6+u5i5fuEd+Iac4=")]
    [InlineData("http://MyCompany.com/myapp.php?foo=1&bar=2", P, "XY7AlKOKL6im4yWyX84gldUrtis=")]
    [InlineData("http://username:password@MyCompany.com/myapp.php?foo=1&bar=2", P, "PJ08CxXr7KLPjEQCTc8LkUSMwSM=")]
    [InlineData("HTTP://username:password@MyCompany.com/myapp.php?foo=1&bar=2", P, "hy/l8pca+LFms4cvRdv8uiP6NGc=")]
    [InlineData("http://Username:Password@MyCompany.com/myapp.php?foo=1&bar=2", P, "SkTSKyDJH9kUlhItI0slbgZ1UsI=")]
    [InlineData(
        "https://example.com/myapp.php?foo=1&bar=2",
        "CallSid=CA1234567890ABCDE&Caller=%2B14158675310&Digits=1234&From=%2B14158675310&To=%2B18005551212",
        "L/OH5YylLD5NRKLltdqwSvS0BnU=")]
    [InlineData("wss://voix.example.fr/relay", "", "636BZ8kbPZm2nYVU7QMTWKcAHFU=")]
    [InlineData("wss://voix.example.fr/relay/", "", "BtBrm2qDxFgfxZLReBpBr4bN3+w=")]
    [InlineData(
        "https://voix.example.fr/twilio/voice?etape=d%C3%A9but",
        "SpeechResult=Je+vends+du+cidre+%C3%A0+Qu%C3%A9bec%2C+%C3%A7a+marche+%3F&Confidence=0.91&CallSid=CA1234567890ABCDE",
        "yIhbLUQbVeZz4pfmJ85A5CObH1k=")]
    [InlineData("https://voix.example.fr/twilio/voice", "Digits=&CallSid=CA1", "eK+3dD8AjKXW8OafCfOFc3fW4tg=")]
    [InlineData("https://voix.example.fr/twilio/voice", "apple=1&Banana=2&_x=3&From=%2B33&%C3%A9=4", "EQ+ZmuHnl9UkeNBxdKzbzRsidSY=")]
    public void SignatureIsTheProviders(string url, string form, string signature)
    {
        var parameters = WebhookForm.Parse(form);

        Assert.Equal(signature, WebhookSignature.Compute("12345", url, parameters));
        Assert.True(WebhookSignature.Holds(["12345"], url, parameters, signature));
    }

    // The address as the console has it, and a signature over another form of it.
    [Theory]
    [InlineData(U, P, "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", P, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", P, "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", P, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", P, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", P, "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=")]
    [InlineData(U + "&Body=It's+amazing", P, "TfZzewPq8wqrGlMfyAud8+/IvJ0=")]
    [InlineData(U + "&bodySHA256=" + EmptyHash, "", "Ldidvp12m26NI7eqEvxnEpkd9Hc=")]
    [InlineData("wss://voix.example.fr/relay", "", "BtBrm2qDxFgfxZLReBpBr4bN3+w=")]
    [InlineData("wss://voix.example.fr/relay/", "", "636BZ8kbPZm2nYVU7QMTWKcAHFU=")]
    public void SignatureOverAnotherFormOfTheSameAddressHolds(string url, string form, string signature) =>
        Assert.True(WebhookSignature.Holds(["12345"], url, WebhookForm.Parse(form), signature));

    [Theory]
    [InlineData(U, P, "RSOYDt4T1cUTdK1PDd93/VVr8B9=")]
    [InlineData(U, P, "RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData(U, P, "")]
    [InlineData(U, P, null)]
    [InlineData(U, P + "&Digits=4321", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData(U + "&more=1", P, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://othercompany.com/myapp.php?foo=1&bar=2", P, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://MYCOMPANY.com/myapp.php?foo=1&bar=2", P, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("not an address", P, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void AnythingElseDoesNot(string url, string form, string? signature) =>
        Assert.False(WebhookSignature.Holds(["12345"], url, WebhookForm.Parse(form), signature));

    [Fact]
    public void TokenBeingRotatedIsAcceptedBesideTheNewOne()
    {
        var parameters = WebhookForm.Parse(P);

        Assert.True(WebhookSignature.Holds(["67890", "12345"], U, parameters, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        Assert.False(WebhookSignature.Holds(["67890"], U, parameters, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        Assert.False(WebhookSignature.Holds([], U, parameters, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    [Theory]
    [InlineData(Hash, /*lang=json*/ """{"property": "value", "boolean": true}""", true)]
    [InlineData(EmptyHash, "{}", true)]
    [InlineData(EmptyHash, "{ }", false)]
    [InlineData("", "{}", false)]
    public void HashIsOverTheBytesOfTheBody(string hash, string body, bool matches) =>
        Assert.Equal(matches, WebhookSignature.BodyMatches(hash, System.Text.Encoding.UTF8.GetBytes(body)));

    private const string Hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private const string EmptyHash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
}
