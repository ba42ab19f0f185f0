using System.Diagnostics;
using System.Text.Json;

namespace CroissanceConnectee.Conformance.Tests;

/// The official clients from npm, installed beside the test's sources as the lock file says, on first use.
public static class NodePackages
{
    private static readonly string Folder = Path.Combine(Solution(), "tests", "Conformance.Tests");

    public static async Task InstallAsync()
    {
        // npm writes this file last.
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < wanted.LastWriteTimeUtc)
        {
            await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], TimeSpan.FromMinutes(5));
        }
    }

    /// What the script writes on its output.
    public static async Task<JsonElement> RunAsync(string script, object arguments) => JsonSerializer.Deserialize<JsonElement>(
        await RunAsync("node", [script, JsonSerializer.Serialize(arguments)], TimeSpan.FromMinutes(1)));

    private static async Task<string> RunAsync(string program, string[] arguments, TimeSpan patience)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}: {await errors}");
    }

    private static string Solution()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CroissanceConnectee.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the solution's folder.");
        }

        return folder.FullName;
    }
}
