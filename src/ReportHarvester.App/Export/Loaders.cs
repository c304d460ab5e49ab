using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>Programs that read the panel with the right types, in the languages that researchers use.</summary>
static class Loaders
{
    const int MostLabel = 80;

    public const string Pandas = """
        # 用 pandas 读入：import load; load.figures。With pandas: the tables as data frames.
        import json
        import pathlib

        import pandas as pd

        folder = pathlib.Path(__file__).parent
        types = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "string", "datetime": "string"}
        package = json.loads((folder / "datapackage.json").read_text("utf-8"))


        def load(name):
            resource = next(r for r in package["resources"] if r["name"] == name)
            fields = resource["schema"]["fields"]
            table = pd.read_csv(
                folder / resource["path"],
                dtype={f["name"]: types[f["type"]] for f in fields},
                parse_dates=[f["name"] for f in fields if f["type"] in ("date", "datetime")],
                keep_default_na=False,
                na_values=[""],
            )
            # 前加撇号的文字还原。Text as it is, without the apostrophe that keeps a spreadsheet from reckoning with it.
            for f in fields:
                if f["type"] == "string":
                    table[f["name"]] = table[f["name"]].str.replace(r"^'(?=[=+\-@＝＋－＠])", "", regex=True)
            return table


        reports, figures, measures, panel, changes, codebook = map(load, ("reports", "figures", "measures", "panel", "changes", "codebook"))

        """;

    public static string R(IReadOnlyList<PanelTable> tables) => $$"""
        # 在本文件夹中 source("load.R")。Source it in this folder.
        read_panel <- function(name, classes) {
          table <- read.csv(paste0(name, ".csv"), colClasses = classes, na.strings = "", encoding = "UTF-8", comment.char = "", check.names = FALSE)
          # 前加撇号的文字还原。Text as it is, without the apostrophe that keeps a spreadsheet from reckoning with it.
          texts <- classes == "character"
          table[texts] <- lapply(table[texts], function(text) sub("^'([=+@\uFF1D\uFF0B\uFF0D\uFF20-])", "\\1", text))
          table
        }

        {{string.Join("\n", tables.Select(table => $"{table.Name} <- read_panel(\"{table.Name}\", c({string.Join(", ", table.Columns.Select(column => $"\"{RClass(column.Type)}\""))}))"))}}

        """;

    public static string Stata(PanelTable wide) => $"""
        * 在本文件夹中 do load.do。Run it in this folder.
        import delimited using "{wide.Name}.csv", varnames(1) case(preserve) encoding("utf-8") asdouble stringcols({string.Join(" ", wide.Columns.Index().Where(c => c.Item.Type == ColumnType.String).Select(c => c.Index + 1))}) clear
        {string.Join("\n", wide.Columns.Select(column => $"label variable {column.Name} \"{Label(column.English)}\""))}

        """;

    static string RClass(ColumnType type) => type switch
    {
        ColumnType.Integer => "integer",
        ColumnType.Number => "numeric",
        ColumnType.Boolean => "logical",
        ColumnType.Date => "Date",
        _ => "character",
    };

    static string Label(string text)
    {
        var plain = text.Replace('"', '\'').Replace('`', '\'');
        return plain.Length <= MostLabel ? plain : plain[..MostLabel];
    }
}
