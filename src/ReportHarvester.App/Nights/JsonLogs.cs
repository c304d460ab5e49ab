using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Logging;

namespace ReportHarvester.App;

/// <summary>One JSON object a line on standard output. Titles and addresses come from the network: nothing in them breaks a line or turns it round.</summary>
static class JsonLogs
{
    public static void Add(ILoggingBuilder logging) => logging.SetMinimumLevel(LogLevel.Information)
        // The host tells its own start and stop several times over.
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddJsonConsole(options =>
        {
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            options.JsonWriterOptions = new JsonWriterOptions { Encoder = Encoder() };
        });

    static JavaScriptEncoder Encoder()
    {
        var readable = new TextEncoderSettings(UnicodeRanges.All);
        // Line separators, marks and embeddings of writing direction, invisible characters.
        readable.ForbidCharacters('\u2028', '\u2029', '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
            '\u2066', '\u2067', '\u2068', '\u2069', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF');
        return JavaScriptEncoder.Create(readable);
    }
}
