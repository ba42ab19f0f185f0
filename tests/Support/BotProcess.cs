using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace CroissanceConnectee.Testing;

/// The product as a real process on a free port, with a folder of its own for its data: can be killed, and started again on the same data.
public sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string> _settings;
    private Process? _process;
    private StringBuilder _output = new();

    private BotProcess(string folder, Dictionary<string, string> settings) =>
        (Folder, _settings) = (folder, settings);

    public string Folder { get; }

    /// Changes at every start: the system chooses a free port.
    public Uri Address { get; private set; } = null!;

    public int ProcessId => _process!.Id;

    public TimeSpan TimeToReady { get; private set; }

    /// Everything that the present process has written.
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// Settings are configuration keys (`DirectLine:Secrets:0`) and their values.
    public static async Task<BotProcess> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("croissance-").FullName;
        var bot = new BotProcess(folder, settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        await bot.RestartAsync();
        return bot;
    }

    /// Runs one command of the product to its end: what it wrote, and its exit code.
    public static async Task<(string Output, int ExitCode)> CommandAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path("BotAssembly"), .. arguments])
        {
            WorkingDirectory = Path("BotFolder"),
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output, process.ExitCode);
    }

    /// Starts the process on the same data, after it was killed or not.
    public async Task RestartAsync()
    {
        Kill();
        var start = new ProcessStartInfo("dotnet", [Path("BotAssembly")])
        {
            WorkingDirectory = Path("BotFolder"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Storage__Directory"] = Folder;
        foreach (var (key, value) in _settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = _output = new StringBuilder();
        var clock = Stopwatch.StartNew();
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data, output, listening);
        _process.ErrorDataReceived += (_, line) => Read(line.Data, output, listening);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The host stopped at start:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await listening.Task.WaitAsync(StartLimit);
        TimeToReady = clock.Elapsed;
    }

    /// As `kill -9` does: no farewell, no flush.
    public void Kill()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            running.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Read(string? line, StringBuilder output, TaskCompletionSource<Uri> listening)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    private static string Path(string key) => typeof(BotProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
