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

    /// <summary>Forward only. What holds data is copied first: a step that turns out wrong can be taken back by hand.</summary>
    public static void Migrate(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        if (version == Newest) return;
        if (version > 0) DatabaseCopy.Make(connection, $"{connection.DataSource}.schema-{version}");
        // A table that others refer to can be built anew only without the keys; they are checked before each step counts.
        connection.Execute("PRAGMA foreign_keys = OFF;");
        foreach (var (number, resource) in Steps.Where(step => step.Number > version)) Take(connection, number, resource);
        connection.Execute("PRAGMA foreign_keys = ON;");
    }

    static void Take(SqliteConnection connection, int number, string resource)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(Script(resource), transaction: transaction);
        if (connection.Query("PRAGMA foreign_key_check;", transaction: transaction).FirstOrDefault() is { } orphan)
            throw new SchemaException($"{connection.DataSource} cannot be brought to schema {number}: a row of {orphan.table} refers to nothing in {orphan.parent}.");
        connection.Execute($"PRAGMA user_version = {number}", transaction: transaction);
        transaction.Commit();
    }

    public static void Require(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        if (version == Newest) return;
        throw new SchemaException(
            $"{connection.DataSource} has schema {version}, this program needs {Newest}: let it harvest once, which brings the schema up to date.");
    }

    public static void RefuseNewer(SqliteConnection connection) => VersionOf(connection);

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
