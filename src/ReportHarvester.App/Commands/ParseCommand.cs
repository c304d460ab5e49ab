using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using ReportHarvester.Reports;

namespace ReportHarvester.App.Commands;

/// <summary>`parse FILE...`: reads documents from disk and prints what they say, without storing anything.</summary>
static class ParseCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "要解析的文件 (HTML, PDF, text). Files to read", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "输出格式. Output: text, json (one array) or jsonl (one object a file)", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "jsonl");
        var inProcess = new Option<bool>("--in-process") { Description = "不另起进程读取，用于可信文件。Read without a process apart and without limits; for files that are trusted" };
        var command = new Command("parse", "解析报告文件并核对，不入库。Read report files, check them and print figures and issues") { files, format, inProcess };
        command.SetAction(result => Run(result.GetValue(files)!, result.GetValue(format)!, result.GetValue(inProcess), result.InvocationConfiguration.Output));
        return command;
    }

    static int Run(string[] files, string format, bool inProcess, TextWriter output)
    {
        using var reader = new ReadingProcess(new ReadingLimits(), TimeProvider.System);
        if (!inProcess) reader.Start();
        var conversion = new Conversion(OfficeProgram.Find);
        var opened = 0;
        var clean = true;
        if (format == "json") output.Write('[');
        for (var i = 0; i < files.Length; i++)
        {
            var parsed = Parse(files[i], inProcess ? (bytes, charset) => conversion.Read(bytes, charset, ReportReader.Read) : reader.Read, ref opened);
            clean &= parsed.Outcome == Outcome.Complete;
            if (format == "json" && i > 0) output.WriteLine(',');
            if (format == "text") ParsedText.Write(parsed, output);
            else output.Write(JsonSerializer.Serialize(parsed, ReadingJson.Options));
            if (format == "jsonl") output.WriteLine();
        }
        if (format == "json") output.WriteLine(']');
        return opened == 0 ? ExitCode.NoInput : clean ? ExitCode.Done : ExitCode.DoneWithTrouble;
    }

    static ParsedDocument Parse(string file, Func<byte[], string?, Reading> read, ref int opened)
    {
        var name = Path.GetFileName(file.TrimEnd('/', '\\'));
        if (GivenFile.TryOpen(file, out var bytes, out var trouble) is false)
        {
            Console.Error.WriteLine($"{file}: {trouble}");
            return ReadingJson.Parsed(name, null, GivenFile.NotOpened(trouble!));
        }
        opened++;
        if (bytes is null) return ReadingJson.Parsed(name, null, ReportReader.TooLarge(new FileInfo(file).Length));
        return ReadingJson.Parsed(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), read(bytes, null));
    }
}
