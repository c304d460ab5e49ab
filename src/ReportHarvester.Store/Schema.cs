using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>
/// Brings a database to the schema of this program: embedded <c>NNN-*.sql</c>, each in a transaction of its own, counted in user_version.
/// </summary>
static class Schema
{
    static readonly (int Number, string Resource)[] Steps =
        [.. from name in Assembly.GetExecutingAssembly().GetManifestResourceNames()
            where name.EndsWith(".sql", StringComparison.Ordinal)
            let number = int.Parse(name.AsSpan(0, 3))
            orderby number
            select (number, name)];

    public static int Newest => Steps[^1].Number;

    public static void Migrate(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        foreach (var (number, resource) in Steps.Where(step => step.Number > version))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(Script(resource), transaction: transaction);
            connection.Execute($"PRAGMA user_version = {number}", transaction: transaction);
            transaction.Commit();
        }
    }

    public static void Require(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        if (version == Newest) return;
        throw new SchemaException(
            $"{connection.DataSource} has schema {version}, this program needs {Newest}: let it harvest once, which brings the schema up to date.");
    }

    static int VersionOf(SqliteConnection connection)
    {
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        return version <= Newest ? version : throw new SchemaException(
            $"{connection.DataSource} has schema {version}, this program knows {Newest} at most: use the newer program that wrote it.");
    }

    static string Script(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
