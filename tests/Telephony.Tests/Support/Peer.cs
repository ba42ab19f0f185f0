using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Telephony.Tests.Support;

/// The provider's official package for Node, installed beside the scripts that use it as the lock file says, on first use.
public static class Peer
{
    private static readonly string Folder = Repository.PathOf("tests/Telephony.Tests/peer");
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// What the script writes, given the input as JSON. Without Node the test is skipped.
    public static async Task<JsonElement> RunAsync(string script, object input)
    {
        await OneAtATime.WaitAsync();
        try
        {
            // npm writes this file last.
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            {
                await StartAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
            }

            return JsonSerializer.Deserialize<JsonElement>(await StartAsync("node", [script], JsonSerializer.Serialize(input)));
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"Node.js is not installed: {missing.Message}");
            throw;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<string> StartAsync(string program, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
