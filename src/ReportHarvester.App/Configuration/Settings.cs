namespace ReportHarvester.App;

/// <summary>Everything that an operator may set for a program that runs by itself.</summary>
sealed record Settings
{
    /// <summary>The data folder.</summary>
    public string Data { get; init; } = "reportharvester-data";

    /// <summary>The list of sources; read anew for every run.</summary>
    public string Sources { get; init; } = Path.Combine(AppContext.BaseDirectory, "sources.json");

    /// <summary>Mail address or URL under which a site's operator reaches whoever runs this.</summary>
    public string? Contact { get; init; }

    /// <summary>HOST:PORT to dial for every host; for tests and replay.</summary>
    public string? Connect { get; init; }

    /// <summary>With less than this free on the disk of the data folder, runs fetch and read nothing, and alerts tell it.</summary>
    public int DiskFloorMiB { get; init; } = 2048;

    /// <summary>The same in bytes.</summary>
    internal long DiskFloor => (long)DiskFloorMiB << 20;

    public ScheduleSettings Schedule { get; init; } = new();
    public AlertSettings Alerts { get; init; } = new();
    public WebSettings Web { get; init; } = new();
}

/// <summary>Where the pages are served.</summary>
sealed record WebSettings
{
    public string Listen { get; init; } = "127.0.0.1";
    public int Port { get; init; } = 8080;

    /// <summary>Whether other machines may be let in at all.</summary>
    public bool BeyondLoopback { get; init; }
}

/// <summary>When runs are due.</summary>
sealed record ScheduleSettings
{
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Five fields of cron: minute, hour, day, month, day of the week.</summary>
    public string Cron { get; init; } = "30 1 * * *";

    /// <summary>The same for the weeks in which reports appear.</summary>
    public string SeasonCron { get; init; } = "30 1,20 * * *";

    /// <summary>Those weeks, as MM-dd/MM-dd: before and after 31 January and 31 March, until when reports are to be published (article 49 of the regulation).</summary>
    public string Seasons { get; init; } = "01-05/02-10 03-10/04-10";
}

/// <summary>What is told to whom.</summary>
sealed record AlertSettings
{
    /// <summary>Address to POST to. Who knows it may write there.</summary>
    [Secret]
    public string? Webhook { get; init; }

    /// <summary>Its Authorization header.</summary>
    [Secret]
    public string? WebhookAuthorization { get; init; }

    public MailSettings Mail { get; init; } = new();

    /// <summary>So many hours after its time a run has to have come through.</summary>
    public int OverdueHours { get; init; } = 24;
}

/// <summary>The mail server; without a host, no mail is sent.</summary>
sealed record MailSettings
{
    public string? Host { get; init; }
    public int Port { get; init; } = 587;

    /// <summary>starttls, ssl or none.</summary>
    public string Tls { get; init; } = "starttls";

    public string? User { get; init; }

    [Secret]
    public string? Password { get; init; }

    public string? From { get; init; }

    /// <summary>One address or several with commas.</summary>
    public string? To { get; init; }
}

/// <summary>A value that nobody but the program may see.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class SecretAttribute : Attribute;

/// <summary>The configuration cannot be used; the message names the key, where it stands, and what is wrong with it.</summary>
sealed class SettingsException(string message) : Exception(message);
