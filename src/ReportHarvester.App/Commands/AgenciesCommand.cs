using System.CommandLine;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`agencies import CSV` and `agencies list`: the registry of who has to publish, under which name in which year.</summary>
static class AgenciesCommand
{
    static readonly Argument<FileInfo> File = new("csv") { Description = "机关名录。The table of agencies; UTF-8 or GBK" };
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> ImportFormat = CommonOptions.Format("text", "json");
    static readonly Option<string> ListFormat = CommonOptions.Format("text", "json", "csv");

    public static Command Create()
    {
        var import = new Command("import", """
            导入机关名录，全部或全不。Import the registry, all or nothing; every wrong line is named
            一行是一个机关在一段时间内的一个名称；同一代码的各行是同一机关。A row is an agency under one name for a time; rows of one code are one agency.
              code 代码        own stable code, letters digits - _ .  (required)
              name 名称        full name at that time  (required)
              since 自, until 至   first and last day (2019-03-01, 2019-03 or 2019); empty: open
              level 级别       ministry, province, city, county, town (部委 省 市 县 乡镇街道)
              region 行政区划代码   GB/T 2260 code as it was then; nine digits for towns
              uscc 统一社会信用代码  with its check digit (GB 32100); format the column as text
              site 网站标识码    SiteIDCode, ten characters
              kind 类型        government, office, department, agency, zone, vertical, authorised, public
              owes 应报告       yes, no (是 否); owes_from 应报告起, owes_to 应报告止: first and last year it reports on
              parent 上级      code of the agency above
              end 终止原因      how the time ended: renamed, merged, split, abolished, party, changed (更名 合并 拆分 撤销 转入党委 调整)
              into 并入        codes of those who went on, with ; between
              note 备注
            """) { File, Data, ImportFormat };
        import.SetAction((parsed, _) => ExitOn.Trouble(() => Import(parsed, parsed.InvocationConfiguration.Output)));
        var list = new Command("list", "列出机关。List the agencies; csv gives what import takes") { Data, ListFormat };
        list.SetAction((parsed, _) => ExitOn.Trouble(() => List(parsed, parsed.InvocationConfiguration.Output)));
        return new Command("agencies", "机关名录。The registry of agencies") { import, list };
    }

    static int Import(ParseResult parsed, TextWriter output)
    {
        var file = parsed.GetRequiredValue(File);
        var bytes = System.IO.File.ReadAllBytes(file.FullName);
        using var store = ReportStore.Open(parsed.GetRequiredValue(Data));
        var agencies = AgencyTable.Read(file.Name, bytes, AgencyList.Codes(store));
        var refiled = store.SaveAgencies(agencies, TimeProvider.System.GetUtcNow());
        store.CompareReports(TimeProvider.System.GetUtcNow());
        var counts = new { agencies = agencies.Count, names = agencies.Sum(agency => agency.Periods.Count), refiled };
        output.WriteLine(parsed.GetRequiredValue(ImportFormat) == "json" ? JsonSerializer.Serialize(counts, ReadingJson.Indented)
            : $"{counts.agencies} agencies, {counts.names} names, {refiled} documents filed anew");
        return ExitCode.Done;
    }

    static int List(ParseResult parsed, TextWriter output)
    {
        using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
        AgencyOutput.Write(AgencyList.Of(store), parsed.GetRequiredValue(ListFormat), output);
        return ExitCode.Done;
    }
}
