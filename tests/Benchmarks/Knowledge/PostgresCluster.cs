using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CroissanceConnectee.Benchmarks.Knowledge;

/// A PostgreSQL of our own in a temporary folder, on loopback and a free port; gone when disposed.
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string binaries;
    private readonly string folder;

    private PostgresCluster(string binaries, string folder, int port)
    {
        this.binaries = binaries;
        this.folder = folder;
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Max Auto Prepare=10";
    }

    public string ConnectionString { get; }

    /// Null where PostgreSQL is not installed.
    public static async Task<PostgresCluster?> StartAsync()
    {
        const string Installed = "/usr/lib/postgresql";
        var binaries = Directory.Exists(Installed) ? Directory.EnumerateDirectories(Installed).Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (binaries is null || !File.Exists(Path.Combine(binaries, "bin", "initdb")))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("postgres-").FullName;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var cluster = new PostgresCluster(Path.Combine(binaries, "bin"), folder, port);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ["postgres", folder]);
        }

        await cluster.AsPostgresAsync("initdb", "-D", cluster.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await cluster.AsPostgresAsync("pg_ctl", "-D", cluster.Data, "-l", Path.Combine(folder, "log"), "-w",
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}", "start");
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        await AsPostgresAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    // PostgreSQL refuses to run as root.
    private Task AsPostgresAsync(string command, params string[] arguments)
    {
        var path = Path.Combine(binaries, command);
        return Environment.UserName == "root" ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string command, IEnumerable<string> arguments)
    {
        // Not redirected: the server would inherit the pipe, and reading it would never end.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", command, .. arguments]) { WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}
