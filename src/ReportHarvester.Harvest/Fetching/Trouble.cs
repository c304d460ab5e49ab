namespace ReportHarvester.Harvest;

/// <summary>The one place where what the network throws becomes a refusal.</summary>
static class Trouble
{
    /// <param name="outOfTime">True where the whole exchange took too long; a second try would take as long again.</param>
    public static Refused Refusal(Exception trouble, bool outOfTime)
    {
        if (Inner<AddressNotAllowedException>(trouble) is { } address) return new Refused(RefusalReason.AddressNotAllowed, address.Message);
        if (Inner<CertificateNotBelievedException>(trouble) is { } certificate) return new Refused(RefusalReason.Certificate, certificate.Message);
        if (Inner<BodyException>(trouble) is { } body)
            return new Refused(body.Reason, body.Message, 200) { Passing = body.Reason == RefusalReason.Truncated };
        return trouble switch
        {
            OperationCanceledException when Inner<TimeoutException>(trouble) is { } late =>
                Passing(RefusalReason.Unreachable, late.Message),
            OperationCanceledException when outOfTime => new Refused(RefusalReason.Timeout, "the whole took too long"),
            OperationCanceledException => Passing(RefusalReason.Timeout, "no headers in time"),
            HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
                or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                new Refused(RefusalReason.TooLarge, trouble.Message),
            HttpIOException => Passing(RefusalReason.Truncated, trouble.Message),
            HttpRequestException or IOException => Passing(RefusalReason.Unreachable, (trouble.InnerException ?? trouble).Message),
            _ => throw new InvalidOperationException($"Not a trouble of the network: {trouble.Message}", trouble),
        };
    }

    static Refused Passing(RefusalReason reason, string detail) => new(reason, detail) { Passing = true };

    static T? Inner<T>(Exception trouble) where T : Exception
    {
        for (var at = trouble; at is not null; at = at.InnerException)
            if (at is T found) return found;
        return null;
    }
}
