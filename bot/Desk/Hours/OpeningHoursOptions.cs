using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CroissanceConnectee.Bot.Desk;

/// When the desk is open, Paris time. Each day as `09:00-12:30, 14:00-18:00`; empty: closed. Public holidays are known.
public sealed class OpeningHoursOptions : IValidatableObject
{
    public string Monday { get; set; } = "09:00-18:00";

    public string Tuesday { get; set; } = "09:00-18:00";

    public string Wednesday { get; set; } = "09:00-18:00";

    public string Thursday { get; set; } = "09:00-18:00";

    public string Friday { get; set; } = "09:00-18:00";

    public string Saturday { get; set; } = "";

    public string Sunday { get; set; } = "";

    /// Single days, `2026-12-24`, with the hours that hold on them whatever the day, be it a public holiday.
    public Dictionary<string, string> Exceptions { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>().Where(day => OpeningPeriod.ReadAll(On(day)) is null))
        {
            yield return new ValidationResult($"OpeningHours:{day}: '{On(day)}' is not written as 09:00-12:30, 14:00-18:00, in the order of the day.");
        }

        if (Enum.GetValues<DayOfWeek>().All(day => OpeningPeriod.ReadAll(On(day)) is []))
        {
            yield return new ValidationResult("OpeningHours: no day of the week has hours: nobody would ever be answered.");
        }

        foreach (var (date, hours) in Exceptions)
        {
            if (ReadDate(date) is null)
            {
                yield return new ValidationResult($"OpeningHours:Exceptions: '{date}' is not a date written as 2026-12-24.");
            }

            if (OpeningPeriod.ReadAll(hours) is null)
            {
                yield return new ValidationResult($"OpeningHours:Exceptions:{date}: '{hours}' is not written as 09:00-12:30, 14:00-18:00, in the order of the day.");
            }
        }
    }

    internal static DateOnly? ReadDate(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    internal string On(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Monday,
        DayOfWeek.Tuesday => Tuesday,
        DayOfWeek.Wednesday => Wednesday,
        DayOfWeek.Thursday => Thursday,
        DayOfWeek.Friday => Friday,
        DayOfWeek.Saturday => Saturday,
        _ => Sunday,
    };
}
