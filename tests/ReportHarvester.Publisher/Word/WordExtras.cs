using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportHarvester.Publisher.Layouts;
using Letters = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace ReportHarvester.Publisher.Word;

/// <summary>What editing leaves in a Word file and a reader of its print never sees: revisions, hidden text, controls, boxes, frames.</summary>
static class WordExtras
{
    public static void Add(Body body, Layout layout)
    {
        var chance = layout.Chance("wordExtra");
        if (layout.Is("wordMerge", "repeated")) Repeat(body);
        var paragraphs = body.Descendants<TableCell>().SelectMany(c => c.Elements<Paragraph>()).Where(p => p.Descendants<Run>().Any()).ToList();
        var some = paragraphs.Where(_ => chance.Next(4) == 0).ToList();
        switch (layout["wordExtra"])
        {
            case "deleted": some.ForEach(p => p.Append(new DeletedRun(new Run(new DeletedText("7"))) { Id = "1", Author = "x" })); break;
            case "hidden": some.ForEach(p => p.Append(new Run(new RunProperties(new Vanish()), new Letters("8")))); break;
            case "inserted": some.ForEach(p => Wrap(p.Elements<Run>().First(), new InsertedRun { Id = "2", Author = "x" })); break;
            case "fields": some.ForEach(InField); break;
            case "controls": Controls(body, chance); break;
            case "boxed": Box(body.Elements<Paragraph>().First()); break;
            case "framed": Frame(body); break;
            default: break;
        }
    }

    /// <summary>The lower parts of joined cells say what the first one does.</summary>
    static void Repeat(Body body)
    {
        foreach (var table in body.Elements<Table>())
        {
            var above = new Dictionary<int, TableCell>();
            foreach (var row in table.Elements<TableRow>())
            {
                var column = 0;
                foreach (var cell in row.Elements<TableCell>())
                {
                    if (cell.TableCellProperties?.VerticalMerge is { } merge)
                        if (merge.Val!.Value == MergedCellValues.Restart) above[column] = cell;
                        else cell.GetFirstChild<Paragraph>()!.InsertAfterSelf(above[column].GetFirstChild<Paragraph>()!.CloneNode(true));
                    column += cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                }
            }
        }
    }

    /// <summary>A number that a field has reckoned: the instruction holds numbers too.</summary>
    static void InField(Paragraph paragraph)
    {
        var run = paragraph.Elements<Run>().First();
        run.InsertBeforeSelf(new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }));
        run.InsertBeforeSelf(new Run(new FieldCode(" =SUM(3,4) ")));
        run.InsertBeforeSelf(new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }));
        run.InsertAfterSelf(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
    }

    static void Controls(Body body, Random chance)
    {
        foreach (var table in body.Elements<Table>().ToList())
        {
            foreach (var row in table.Elements<TableRow>().ToList())
            {
                foreach (var cell in row.Elements<TableCell>().Where(_ => chance.Next(4) == 0).ToList())
                    Control(cell, new SdtCell(), new SdtContentCell());
                if (chance.Next(4) == 0) Control(row, new SdtRow(), new SdtContentRow());
            }
            Control(table, new SdtBlock(), new SdtContentBlock());
        }
    }

    static void Control(OpenXmlElement element, SdtElement control, OpenXmlElement content)
    {
        control.Append(new SdtProperties(new SdtId { Val = 1 }), content);
        Wrap(element, content, control);
    }

    static void Wrap(OpenXmlElement element, OpenXmlElement inner, OpenXmlElement? outer = null)
    {
        element.InsertBeforeSelf(outer ?? inner);
        element.Remove();
        inner.Append(element);
    }

    /// <summary>The title floats in a box, written twice: for today's Word and for that of 2007.</summary>
    static void Box(Paragraph title)
    {
        var content = $"<w:txbxContent xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{title.OuterXml}</w:txbxContent>";
        title.InsertBeforeSelf(new Paragraph(Resources.Text("Word/box.xml").Replace("CONTENT", content)));
        title.Remove();
    }

    /// <summary>The whole report in the one cell of a table that draws a frame around it.</summary>
    static void Frame(Body body)
    {
        var content = body.ChildElements.ToList();
        content.ForEach(e => e.Remove());
        body.Append(new Table(
            new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }), new TableGrid(new GridColumn { Width = "9000" }),
            new TableRow(new TableCell([new TableCellProperties(), .. content, new Paragraph()]))));
    }
}
