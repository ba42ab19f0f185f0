using PdfSharp;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Pdf;

/// PDFsharp does nothing before it is told under which licence it is used: the AGPL, whose duties go beyond this product's own
/// licence, or a commercial one. Whoever runs the site can choose.
internal static class PdfLicence
{
    private const string Agpl = "AGPL";

    public static void Load(string licence)
    {
        if (licence == Agpl)
        {
            PdfSharpLicense.SetAgplLicense();
        }
        else if (licence.Length > 0)
        {
            LoadKey(licence);
        }
    }

    private static void LoadKey(string key)
    {
        try
        {
            PdfSharpLicense.LoadLicense(key);
        }
        catch (Exception refused)
        {
            // It throws a plain Exception, which names no setting.
            throw new InvalidOperationException("Report:PdfSharpLicence is neither AGPL nor a licence key that PDFsharp accepts.", refused);
        }
    }
}
