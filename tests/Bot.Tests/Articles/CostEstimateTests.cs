using CroissanceConnectee.Bot.Articles.Costs;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Articles;

public sealed class CostEstimateTests
{
    private static readonly Sales HundredOrdersOfFifty = new(50, 100, "EUR");

    [Fact]
    public void CostIsCommissionOnSalesPlusFeesOnOrdersPlusSubscription()
    {
        var marketplace = Some.Marketplace(
            Some.Fact("fee.commission-min", 5, "%"), Some.Fact("fee.commission-max", 15, "%"),
            Some.Fact("fee.payment", 2, "%"), Some.Fact("fee.per-order", 0.35m, "€"), Some.Fact("fee.subscription", 39, "€"));

        var estimate = CostEstimate.Of(marketplace, HundredOrdersOfFifty, Some.Today);

        Assert.Equal(new Money("EUR", 250, 750), estimate.Commission);
        Assert.Equal(new Money("EUR", 100, 100), estimate.OtherShares);
        Assert.Equal([new Money("EUR", 35, 35)], estimate.PerOrder);
        Assert.Equal([new Money("EUR", 424, 924)], estimate.Total);
        Assert.Equal((8.48m, 18.48m), estimate.Share);
        Assert.Empty(estimate.Fees.Missing);
    }

    [Fact]
    public void TwoCurrenciesAreNeverAddedUp()
    {
        var marketplace = Some.Marketplace(
            Some.Fact("fee.commission-usual", 10, "%"), Some.Fact("fee.subscription", 19, "GBP"), Some.Fact("fee.order", 0.5m, "USD"));

        var estimate = CostEstimate.Of(marketplace, HundredOrdersOfFifty, Some.Today);

        Assert.Equal([new Money("EUR", 500, 500), new Money("GBP", 19, 19), new Money("USD", 50, 50)], estimate.Total);
        Assert.Null(estimate.Share);
        Assert.Throws<InvalidOperationException>(() => estimate.Total[0] + estimate.Total[1]);
    }

    [Fact]
    public void FreeSubscriptionInAnotherCurrencyIsNotASecondCurrency()
    {
        var marketplace = Some.Marketplace(Some.Fact("fee.commission-usual", 10, "%"), Some.Fact("fee.subscription", 0, "USD"));

        var estimate = CostEstimate.Of(marketplace, HundredOrdersOfFifty, Some.Today);

        Assert.Equal([new Money("EUR", 500, 500)], estimate.Total);
    }

    [Fact]
    public void WithoutACommissionThereIsNoTotalAndItSaysSo()
    {
        var marketplace = Some.Marketplace(Some.Fact("fee.subscription", 39, "€"));

        var estimate = CostEstimate.Of(marketplace, HundredOrdersOfFifty, Some.Today);

        Assert.Empty(estimate.Total);
        Assert.Equal([MissingFee.Commission], estimate.Fees.Missing);
        Assert.Equal(new Money("EUR", 39, 39), estimate.Subscription);
    }

    [Fact]
    public void OneEndOfTheRangeIsCountedAndTheOtherIsMissing()
    {
        var marketplace = Some.Marketplace(Some.Fact("fee.commission-min", 7, "%"));

        var fees = MarketplaceFees.Of(marketplace, Some.Today, "EUR");

        Assert.Equal((7m, 7m), (fees.Commission!.Low, fees.Commission.High));
        Assert.Equal([MissingFee.HighestCommission, MissingFee.Subscription], fees.Missing);
    }

    [Fact]
    public void FeeThatHasExpiredIsNotCountedButNamed()
    {
        var old = Some.Fact("fee.subscription", 39, "€", validTo: Some.Today.AddDays(-1));
        var marketplace = Some.Marketplace(Some.Fact("fee.commission-usual", 10, "%"), old);

        var fees = MarketplaceFees.Of(marketplace, Some.Today, "EUR");

        Assert.Null(fees.Subscription);
        Assert.Equal([old], fees.Expired);
    }

    [Fact]
    public void OfTwoSourcesTheMostRecentCounts()
    {
        var marketplace = Some.Marketplace(
            Some.Fact("fee.subscription", 39, "€", asOf: new DateOnly(2020, 11, 23)), Some.Fact("fee.subscription", 39.99m, "€"));

        Assert.Equal(39.99m, MarketplaceFees.Of(marketplace, Some.Today, "EUR").Subscription!.Low);
    }

    [Fact]
    public void FeeInTheCurrencyOfTheSalesIsPreferred()
    {
        var marketplace = Some.Marketplace(
            Some.Fact("fee.subscription", 25, "GBP"), Some.Fact("fee.subscription", 39, "€", asOf: new DateOnly(2024, 1, 1)));

        Assert.Equal("GBP", MarketplaceFees.Of(marketplace, Some.Today, "GBP").Subscription!.Currency);
        Assert.Equal("EUR", MarketplaceFees.Of(marketplace, Some.Today, "EUR").Subscription!.Currency);
    }

    [Theory]
    [InlineData("fee.subscription", "Frais annuels")]
    [InlineData("fee.subscription-yearly", "Abonnement annuel")]
    public void YearlyFeeCountsForATwelfth(string key, string label)
    {
        var marketplace = Some.Marketplace(Some.Fact(key, 480, "€", label: label));

        Assert.Equal(40, MarketplaceFees.Of(marketplace, Some.Today, "EUR").Subscription!.Low);
    }

    [Fact]
    public void FeeThatDependsOnSomethingElseIsSaidAndNotCounted()
    {
        var listing = Some.Fact("fee.listing", 0.2m, "USD");
        var marketplace = Some.Marketplace(Some.Fact("fee.commission-usual", 10, "%"), listing);

        Assert.Equal([listing], MarketplaceFees.Of(marketplace, Some.Today, "EUR").NotCounted);
    }

    [Theory]
    [InlineData("49,90", 49.90)]
    [InlineData("49.90", 49.90)]
    [InlineData("1 200", 1200)]
    [InlineData("1.200,50 €", 1200.50)]
    [InlineData("1,200", 1200)]
    [InlineData("-5", -5)]
    public void FiguresAreReadAsTheyAreTyped(string typed, double value) => Assert.Equal((decimal)value, CostForm.Number(typed));

    [Theory]
    [InlineData("")]
    [InlineData("beaucoup")]
    [InlineData("1e9")]
    [InlineData("<b>5</b>")]
    [InlineData("999999999999999999999999999999999999")]
    public void WhatIsNoFigureIsNone(string typed) => Assert.Null(CostForm.Number(typed));
}
