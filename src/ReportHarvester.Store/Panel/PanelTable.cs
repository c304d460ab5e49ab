using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportHarvester.Store;

/// <summary>What the values of a column are.</summary>
#pragma warning disable CA1720 // They are called as Data Packages call them.
public enum ColumnType { String, Integer, Number, Boolean, Date, Datetime }
#pragma warning restore CA1720

/// <summary>A column of a table of the panel, explained in both languages.</summary>
public sealed record PanelColumn
{
    public required string Name { get; init; }
    public required ColumnType Type { get; init; }
    public required string Chinese { get; init; }
    public required string English { get; init; }
    public bool Required { get; init; }

    /// <summary>The only values it may have; empty: any.</summary>
    public IReadOnlyList<string> Among { get; init; } = [];

    /// <summary>Repeated from another table, for files that are read on their own; a database joins instead.</summary>
    public bool Flat { get; init; }
}

/// <summary>Columns of a table that name a row of another one.</summary>
public sealed record PanelLink(IReadOnlyList<string> Columns, string Table);

/// <summary>A table of the panel that is published.</summary>
public sealed record PanelTable
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new JsonStringEnumConverter() } };

    /// <summary>In the order in which they refer to one another; without the wide one, whose columns come from the codebook.</summary>
    public static IReadOnlyList<PanelTable> All { get; } = Load();

    public static PanelTable Reports { get; } = Named("reports");
    public static PanelTable Figures { get; } = Named("figures");
    public static PanelTable Measures { get; } = Named("measures");
    public static PanelTable Changes { get; } = Named("changes");
    public static PanelTable Codebook { get; } = Named("codebook");

    public required string Name { get; init; }
    public required string Chinese { get; init; }
    public required string English { get; init; }
    public required IReadOnlyList<PanelColumn> Columns { get; init; }
    public IReadOnlyList<string> Key { get; init; } = [];
    public IReadOnlyList<PanelLink> Links { get; init; } = [];

    static PanelTable Named(string name) => All.Single(table => table.Name == name);

    static IReadOnlyList<PanelTable> Load()
    {
        using var stream = typeof(PanelTable).Assembly.GetManifestResourceStream("panel-tables.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<PanelTable>>(stream, Options)!;
    }
}
