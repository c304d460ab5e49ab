using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>A whole and durable copy of a database in one file, made while others read and write; there or not there, never half.</summary>
static class DatabaseCopy
{
    /// <exception cref="DiskLowException">The disk has no room for it.</exception>
    public static void Make(SqliteConnection connection, string file)
    {
        var unfinished = file + ".part";
        File.Delete(unfinished);
        DiskRoom.RequireFor(file, connection.ExecuteScalar<long>("SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size"));
        try
        {
            connection.Execute("VACUUM INTO @unfinished", new { unfinished });
            Disk.Sync(unfinished);
            File.Move(unfinished, file, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
        Disk.Sync(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }
}
