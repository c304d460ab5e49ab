using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>A whole and durable copy of a database in one file, made while others read and write; there or not there, never half.</summary>
static class DatabaseCopy
{
    public static void Make(SqliteConnection connection, string file)
    {
        var unfinished = file + ".part";
        File.Delete(unfinished);
        connection.Execute("VACUUM INTO @unfinished", new { unfinished });
        Disk.Sync(unfinished);
        File.Move(unfinished, file, overwrite: true);
        Disk.Sync(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }
}
