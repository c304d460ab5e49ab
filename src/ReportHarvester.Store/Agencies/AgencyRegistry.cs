using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>The agencies, kept by code; names only lead to them.</summary>
sealed class AgencyRegistry(SqliteTransaction transaction)
{
    /// <summary>Under which the table derived keeps when last anything changed that is published of them.</summary>
    public const string Changed = "registry changed";

    readonly SqliteConnection connection = transaction.Connection!;

    /// <summary>Enters agencies or replaces what was said of them; those not named stay as they are. Parents and successors must be known.</summary>
    public void Save(IReadOnlyList<RegisteredAgency> agencies, DateTimeOffset at)
    {
        var before = Published(agencies);
        Enter(agencies);
        if (Published(agencies) != before)
            Execute("INSERT INTO derived (what, rules) VALUES (@Changed, @at) ON CONFLICT (what) DO UPDATE SET rules = excluded.rules", new { Changed, at });
    }

    // What is published of them, or decides what is.
    string? Published(IReadOnlyList<RegisteredAgency> agencies) => connection.ExecuteScalar<string?>("""
        SELECT json_group_array(json_array(g.code, g.name, g.kind, g.owes, g.owes_from, g.owes_to, (
          SELECT json_group_array(json_array(p.name, p.since, p.until, p.level, p.region) ORDER BY p.position) FROM agency_period p WHERE p.agency = g.id)) ORDER BY g.code)
        FROM agency g WHERE g.code IN (SELECT value FROM json_each(@codes))
        """, new { codes = JsonSerializer.Serialize(agencies.Select(agency => agency.Code)) }, transaction);

    void Enter(IReadOnlyList<RegisteredAgency> agencies)
    {
        var ids = agencies.ToDictionary(agency => agency.Code!, Enter);
        foreach (var agency in agencies)
        {
            var id = ids[agency.Code!];
            Execute("DELETE FROM agency_period WHERE agency = @id", new { id });
            Execute("DELETE FROM agency_event WHERE agency = @id", new { id });
            Execute("""
                INSERT INTO agency_period (agency, position, since, until, name, folded, level, region)
                VALUES (@id, @position, @Since, @Until, @Name, @folded, @Level, @Region)
                """, agency.Periods.Select((period, position) => new
            {
                id, position, period.Since, period.Until, period.Name, folded = AgencyNames.Fold(period.Name), period.Level, period.Region,
            }));
            Execute("UPDATE agency SET parent = @parent WHERE id = @id", new { id, parent = agency.Parent is { } parent ? IdOf(parent) : null });
            Execute("INSERT INTO agency_event (agency, at, kind, other) VALUES (@id, @Until, @End, @other)", Events(id, agency));
        }
    }

    // One that was only known by a name is recognised by it, and keeps its reports.
    long Enter(RegisteredAgency agency)
    {
        var id = IdOf(agency.Code!) ?? connection.ExecuteScalar<long?>("""
            SELECT id FROM agency WHERE code IS NULL AND name IN @names ORDER BY id LIMIT 1
            """, new { names = agency.Periods.Select(period => period.Name) }, transaction)
            ?? connection.ExecuteScalar<long>("INSERT INTO agency (code, name) VALUES (@Code, @Name) RETURNING id", agency, transaction);
        Execute("""
            UPDATE agency SET code = @Code, name = @Name, kind = @Kind, uscc = @Uscc, site_id_code = @SiteIdCode, owes = @Owes,
              owes_from = @OwesFrom, owes_to = @OwesTo, note = @Note WHERE id = @id
            """, new
        {
            id, agency.Code, agency.Name, agency.Kind, agency.Uscc, agency.SiteIdCode, agency.Owes, agency.OwesFrom, agency.OwesTo, agency.Note,
        });
        return id;
    }

    IEnumerable<object> Events(long id, RegisteredAgency agency) =>
        from period in agency.Periods
        where period.End is not null
        from other in period.Into.Count == 0 ? [null] : period.Into.Select(IdOf)
        select new { id, period.Until, period.End, other };

    long? IdOf(string code) => connection.ExecuteScalar<long?>("SELECT id FROM agency WHERE code = @code", new { code }, transaction);

    void Execute(string sql, object values) => connection.Execute(sql, values, transaction);
}
