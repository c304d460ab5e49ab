using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Opens connections to <c>reports.db</c>, all set up alike.</summary>
static class Database
{
    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Dapper binds its own mapping to these types first; without it the handlers below are asked.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(decimal));
        SqlMapper.AddTypeHandler(new TimeAsText());
        SqlMapper.AddTypeHandler(new DateAsText());
        SqlMapper.AddTypeHandler(new PrintedDecimal());
    }

    public static string FileIn(string folder) => Path.Combine(folder, "reports.db");

    public static SqliteConnection OpenForWriting(string folder)
    {
        var connection = Open(folder, SqliteOpenMode.ReadWriteCreate);
        // FULL: a committed reading survives a power cut. It costs twice the time and is still a thousand times faster than fetching.
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        return connection;
    }

    public static SqliteConnection OpenForReading(string folder) => Open(folder, SqliteOpenMode.ReadOnly);

    static SqliteConnection Open(string folder, SqliteOpenMode mode)
    {
        // Without pooling a closed store holds no file.
        var settings = new SqliteConnectionStringBuilder { DataSource = FileIn(folder), Mode = mode, Pooling = false };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = 10000; PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    sealed class TimeAsText : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    sealed class DateAsText : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => DateOnly.ParseExact((string)value, "O", CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = value.ToString("O", CultureInfo.InvariantCulture);
    }

    sealed class PrintedDecimal : SqlMapper.TypeHandler<decimal>
    {
        public override decimal Parse(object value) => Printed.Read(value);
        public override void SetValue(IDbDataParameter parameter, decimal value) => parameter.Value = Printed.Digits(value);
    }
}
