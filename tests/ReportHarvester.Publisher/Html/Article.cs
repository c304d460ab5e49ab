using System.Text;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Html;

/// <summary>The report itself as markup, without the page around it and without its title.</summary>
static class Article
{
    public static string Of(Truth truth, ReportTables tables, Markup markup) => Of(truth, tables, markup, t => Of(t, markup));

    public static string Of(Truth truth, ReportTables tables, Markup markup, Func<Table, string> printed)
    {
        var html = new StringBuilder();
        foreach (var (text, heading, section) in Narrative.Of(truth).Blocks())
            html.AppendLine(section > 0 ? string.Join('\n', TablesOf(tables, section).Select(printed))
                : heading ? markup.Heading(text) : markup.Paragraph(text));
        foreach (var line in truth.Signature)
            html.AppendLine(markup.Paragraph(line));
        return html.ToString().ReplaceLineEndings("\n");
    }

    static string Of(Table table, Markup markup)
    {
        var rows = string.Join('\n', table.Rows.Select(r => $"<tr>{string.Concat(r.Cells.Select(markup.Cell))}</tr>"));
        var close = markup.TableOpen.EndsWith("<tbody>", StringComparison.Ordinal) ? "</tbody></table>" : "</table>";
        return $"{markup.TableOpen}\n{rows}\n{close}";
    }

    public static IReadOnlyList<Table> TablesOf(ReportTables tables, int section) =>
        section switch { 2 => tables.Two, 3 => tables.Three, _ => tables.Four };
}
