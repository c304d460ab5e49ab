using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Pdf;

namespace ReportHarvester.Publisher.Print;

/// <summary>The style rules that a layout stands for, for print programs that read HTML.</summary>
static class Sheet
{
    static readonly Dictionary<string, string> fonts = new()
    {
        ["sung"] = "AR PL SungtiL GB", ["noto-serif"] = "Noto Serif CJK SC", ["noto-sans"] = "Noto Sans CJK SC", ["zenhei"] = "WenQuanYi Zen Hei",
    };

    static readonly Dictionary<string, string> rules = Resources.Json<Dictionary<string, string>>("Print/rules.json");

    public static string Font(Layout layout) => fonts[layout["font"]];

    public static string Document(Printout printout)
    {
        var (truth, tables, layout) = printout;
        var chosen = rules.Where(r => r.Key.Split('=') is [var trait, var value] && layout.Is(trait, value)).Select(r => r.Value);
        var style = new PrintStyle(Font(layout), Page(layout), string.Join('\n', chosen), layout.Is("repeat", "heads"),
            layout.Is("borders", "none", "zebra", "shaded") ? "" : " border=\"1\" cellspacing=\"0\"");
        return style.Document(truth, tables);
    }

    static string Page(Layout layout)
    {
        var number = "@bottom-center { content: " + (layout.Is("running", "bare-number") ? "counter(page)" : "\"第 \" counter(page) \" 页 共 \" counter(pages) \" 页\"") + "; font-size: 9pt; }";
        return $"size: {layout["page"] switch { "a4-landscape" => "A4 landscape", "a3-landscape" => "A3 landscape", "b5" => "B5", var page => page.ToUpperInvariant() }}; " +
            $"margin: {layout["margins"] switch { "narrow" => "12mm 10mm", "wide" => "35mm 32mm", _ => "25mm 20mm" }};" +
            (layout.Is("running", "head", "both") ? PrintStyle.RunningHead("政府信息公开年报　仅供公示") : "") +
            (layout.Is("running", "foot", "both", "bare-number") ? number : "");
    }
}
