using System.Text;
using CroissanceConnectee.Bot.Desk;

namespace CroissanceConnectee.Bot.Tests.Desk;

public class RosterReaderTests
{
    private const string Header = "type;nom;courriel;langues;canaux;capacite;marches;themes;secteurs;regions;absences;charte signee le;telephone;actif\n";
    private const string Anne = "expert;Anne;anne@example.org;fr|en;chat|telephone;5;DE|BE;customs;vin;bretagne;2026-12-24..2026-12-31;;01 99 00 20 18;oui\n";

    [Fact]
    public void RowSaysEverythingOfAPerson()
    {
        var (experts, rejections) = Read(Header + Anne);

        Assert.Empty(rejections);
        var anne = Assert.Single(experts);
        Assert.Equal(ExpertKind.Expert, anne.Kind);
        Assert.Equal(["DE", "BE"], anne.Markets);
        Assert.Equal(["customs"], anne.Themes);
        Assert.Equal(["vin"], anne.Sectors);
        Assert.Equal(["bretagne"], anne.Regions);
        Assert.Equal(["fr", "en"], anne.Languages);
        Assert.Equal([ExpertChannel.Chat, ExpertChannel.Phone], anne.Channels);
        Assert.Equal([new Absence(new(2026, 12, 24), new(2026, 12, 31))], anne.Absences);
        Assert.Equal("+33199002018", anne.Phone);
        Assert.True(anne.Active);
    }

    [Fact]
    public void ColumnsComeInAnyOrderInEnglishWithCommas()
    {
        var (experts, rejections) = Read("Capacity,Channels,Languages,E-mail,Name,Kind,Charter signed on\n3,chat,English,B@Example.org,Bob,volunteer,24/12/2025\n");

        Assert.Empty(rejections);
        var bob = Assert.Single(experts);
        Assert.Equal("b@example.org", bob.Email);
        Assert.Equal(ExpertKind.Connector, bob.Kind);
        Assert.Equal(new DateOnly(2025, 12, 24), bob.CharterSignedOn);
        Assert.Equal(["en"], bob.Languages);
    }

    [Fact]
    public void NamesDoAsWellAsCodes()
    {
        var (experts, rejections) = Read(Header + "Expert;Léa;lea@example.org;Français;chat;1;Allemagne|royaume-uni;Douane;Vins et alcools;Provence-Alpes-Côte d'Azur;;;;\n");

        Assert.Empty(rejections);
        var lea = Assert.Single(experts);
        Assert.Equal(["DE", "GB"], lea.Markets);
        Assert.Equal(["customs"], lea.Themes);
        Assert.Equal(["vin"], lea.Sectors);
        Assert.Equal(["paca"], lea.Regions);
    }

    [Theory]
    [InlineData("marches", "DE|ZZ", "\"ZZ\" is not a market")]
    [InlineData("themes", "cuisine", "\"cuisine\" is not a theme")]
    [InlineData("secteurs", "licornes", "\"licornes\" is not a sector")]
    [InlineData("regions", "Bavière", "\"Bavière\" is not a region")]
    [InlineData("langues", "klingon", "\"klingon\" is not a language")]
    [InlineData("langues", "", "empty")]
    [InlineData("langues", "|", "empty")]
    [InlineData("canaux", "pigeon", "\"pigeon\" is not chat, telephone or ecrit")]
    [InlineData("type", "ministre", "not connecteur or expert")]
    [InlineData("type", "connecteur", "a connector has signed the charter")]
    [InlineData("nom", "", "empty")]
    [InlineData("nom", "An\u0007ne", "holds a sign that is not printed")]
    [InlineData("courriel", "anne", "not an e-mail address")]
    [InlineData("courriel", "anne@example.org et bob@example.org", "not an e-mail address")]
    [InlineData("courriel", "", "empty")]
    [InlineData("telephone", "12", "not a phone number")]
    [InlineData("telephone", "a@example.org", "not a phone number")]
    [InlineData("capacite", "0", "not a whole number from 1 to 200")]
    [InlineData("capacite", "beaucoup", "not a whole number from 1 to 200")]
    [InlineData("capacite", "99999999999", "not a whole number from 1 to 200")]
    [InlineData("absences", "demain", "\"demain\" is not a day")]
    [InlineData("absences", "2026-12-31..2026-12-24", "ends before it begins")]
    [InlineData("charte signee le", "31/02/2026", "\"31/02/2026\" is not a day")]
    [InlineData("actif", "peut-être", "not oui or non")]
    public void CellThatIsWrongIsNamedAndTheOtherRowsAreRead(string column, string value, string reason)
    {
        var columns = Header.Trim().Split(';');
        var cells = Anne.Trim().Split(';');
        cells[Array.IndexOf(columns, column)] = value;

        var (experts, rejections) = Read($"{Header}{string.Join(';', cells)}\n{Anne.Replace("anne@", "autre@", StringComparison.Ordinal)}");

        Assert.Equal("autre@example.org", Assert.Single(experts).Email);
        var rejection = Assert.Single(rejections);
        Assert.Equal(2, rejection.Line);
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
        Assert.StartsWith("2: rejected: ", rejection.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\n \n", "the file is empty")]
    [InlineData("Anne;anne@example.org;fr\n", "the first line names no column")]
    [InlineData("type;nom;courriel;langues;canaux;capacite;couleur\n", "unknown column")]
    [InlineData("type;nom;courriel;langues;canaux;capacite;\n", "unknown column")]
    [InlineData("type;nom;courriel;langues;canaux;capacite;name\n", "two columns of this name")]
    [InlineData("type;nom;courriel;langues;canaux\n", "missing column")]
    public void FileWithoutAHeaderThatCanBeTrustedIsNotRead(string text, string reason)
    {
        var (experts, rejections) = Read(text + Anne[..(text.Trim().Length == 0 ? 0 : Anne.Length)]);

        Assert.Empty(experts);
        Assert.Contains(rejections, rejection => rejection.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void AddressThatStandsTwiceIsReadOnce()
    {
        var (experts, rejections) = Read(Header + Anne + Anne.Replace("anne@", "ANNE@", StringComparison.Ordinal));

        Assert.Single(experts);
        var rejection = Assert.Single(rejections);
        Assert.Equal((3, "courriel", "already on line 2"), (rejection.Line, rejection.Column, rejection.Reason));
    }

    [Theory]
    [InlineData("expert;\"Anne;x@example.org;fr;chat;5\n", "a quote is not closed on its line")]
    [InlineData("expert;An\"ne;\"x@example.org;fr;chat;5\n", "a quote is not closed on its line")]
    [InlineData("expert;\"An\"ne;x@example.org;fr;chat;5\n", "a quote stands in the middle of a cell")]
    [InlineData("expert;Anne;x@example.org;fr;chat;5;;;;;;;;;;;trop\n", "cells under 14 columns")]
    public void LineThatCannotBeCutIntoCellsDamagesNoOther(string line, string reason)
    {
        var (experts, rejections) = Read(Header + line + Anne);

        Assert.Equal("anne@example.org", Assert.Single(experts).Email);
        var rejection = Assert.Single(rejections);
        Assert.Equal(2, rejection.Line);
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void VeryLongCellIsRejectedAndShownShort()
    {
        var (experts, rejections) = Read(Header + Anne.Replace("DE|BE", new string('D', 1_000_000), StringComparison.Ordinal));

        Assert.Empty(experts);
        var rejection = Assert.Single(rejections);
        Assert.Equal("longer than 4000 characters", rejection.Reason);
        Assert.InRange(rejection.ToString().Length, 10, 200);
    }

    [Fact]
    public void WhateverIsTypedIsReadOrRejectedAndBreaksNothing()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var typed = new string(random.GetItems("expert;;;,\"\"|'=+-@ .é\t\r\n2026".AsSpan(), random.Next(1, 80)));

            var (experts, rejections) = Read(Header + typed + "\n" + Anne);

            Assert.True(experts.Count + rejections.Count > 0);
            Assert.Contains(experts, expert => expert.Email == "anne@example.org");
        }
    }

    [Fact]
    public void LinesAreCountedAsAnEditorShowsThem()
    {
        var (_, rejections) = Read(Header + "\r\n\r\n;;;;;\r\n" + Anne.Replace("anne@", "anne", StringComparison.Ordinal));

        Assert.Equal(5, Assert.Single(rejections).Line);
    }

    [Fact]
    public void ColumnThatAFileDoesNotHaveLeavesWhatIsStored()
    {
        var row = RosterReader.Read("type;nom;courriel;langues;canaux;capacite\nexpert;Anne;anne@example.org;de;chat;2\n").Rows.Single();
        var stored = People.Someone("anne@example.org") with { Markets = ["JP"], Active = false };

        var read = row.ApplyTo(stored, People.Codes, []);

        Assert.Equal(["JP"], read!.Markets);
        Assert.False(read.Active);
        Assert.Equal(["de"], read.Languages);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33199002018", "'+33199002018")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("'", "'")]
    [InlineData("'quote", "'quote")]
    [InlineData("Anne = Bob", "Anne = Bob")]
    [InlineData("", "")]
    public void FormulasAreWrittenAsTextAndReadBackAsTheyWere(string value, string written)
    {
        Assert.Equal(written, SpreadsheetCell.Written(value));
        Assert.Equal(value, SpreadsheetCell.Read(written));
    }

    [Fact]
    public void TextsOfWindowsAndOfUtf8AreBothRead()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        Assert.Equal("Zoé – 5 €", RosterText.Decode(windows.GetBytes("Zoé – 5 €")));
        Assert.Equal("Zoé – 5 €", RosterText.Decode(Encoding.UTF8.GetBytes("Zoé – 5 €")));
        Assert.Equal("Zoé", RosterText.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Zoé")]));
        Assert.Null(RosterText.Decode(Encoding.Unicode.GetBytes("Zoé")));
    }

    private static (List<Expert> Experts, List<Rejection> Rejections) Read(string text)
    {
        var reader = RosterReader.Read(text);
        var rejections = reader.Rejections.ToList();
        var experts = reader.Rows
            .Select(row => row.ApplyTo(new Expert { Id = Guid.Empty, Email = row.Email }, People.Codes, rejections))
            .OfType<Expert>()
            .ToList();
        return (experts, rejections);
    }
}
