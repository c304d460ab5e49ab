using System.Text;

namespace ReportHarvester.Tests.App.Hostile;

/// <summary>Files that are no documents, or of formats that are not read, whatever they are called: refused by what their bytes are.</summary>
static class WrongTypes
{
    public static IReadOnlyDictionary<string, Hostile> All { get; } = new Dictionary<string, Hostile>
    {
        ["D05 RAR"] = new("UNSUPPORTED", () => [.. "Rar!\u001a\u0007\u0001\0"u8, .. new byte[500]]),
        ["D05 7z"] = new("UNSUPPORTED", () => [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, .. new byte[500]]),
        ["D05 gzip"] = new("UNSUPPORTED", () => [0x1F, 0x8B, 8, .. new byte[500]]),
        ["D05 a program of Windows"] = new("NOT-A-DOCUMENT", () => [.. "MZ\u0090\0\u0003\0\0\0"u8, .. new byte[120], .. "This program cannot be run in DOS mode.<html>"u8, .. new byte[500]]),
        ["D05 a program of Linux"] = new("NOT-A-DOCUMENT", () => [0x7F, .. "ELF\u0002\u0001\u0001\0"u8, .. new byte[500]]),
        ["D05 a JPEG"] = new("NEEDS-OCR", () => [0xFF, 0xD8, 0xFF, 0xE0, .. "\0\u0010JFIF"u8, .. new byte[500]]),
        ["D05 a script of a shell"] = new("NO-REPORT", () => Encoding.UTF8.GetBytes("#!/bin/sh\nrm -rf /\n")),
        ["D05 nothing but zeros"] = new("NOT-A-DOCUMENT", () => new byte[100_000]),
        ["D05 nothing at all"] = new("EMPTY", () => []),
    };
}
