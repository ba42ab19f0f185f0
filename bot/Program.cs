using CroissanceConnectee.Bot.Answers;
using CroissanceConnectee.Bot.Articles;
using CroissanceConnectee.Bot.Channels.Phone;
using CroissanceConnectee.Bot.Channels.Web;
using CroissanceConnectee.Bot.Channels.Web.DirectLine;
using CroissanceConnectee.Bot.Channels.Web.Site;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Diagnoses.Report;
using CroissanceConnectee.Bot.Health;
using CroissanceConnectee.Bot.Privacy;

var builder = WebApplication.CreateBuilder(args);
if (KnowledgeCommand.Matches(args))
{
    return KnowledgeCommand.Run(args, builder.Configuration, Console.Out);
}

if (ExpertsCommand.Matches(args))
{
    return await ExpertsCommand.RunAsync(args, builder, Console.Out);
}

// Compressed files stand in the build's own folder until the product is published; only Development looks there by itself.
builder.WebHost.UseStaticWebAssets();

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddData();
builder.Services.AddConversation();
builder.Services.AddDiagnosis();
builder.Services.AddReport();
builder.Services.AddAnswers();
builder.Services.AddDesk();
builder.Services.AddPrivacy();
builder.Services.AddHealth();
builder.Services.AddRateLimits();
builder.Services.AddDirectLine();
builder.Services.AddPhone();
builder.Services.AddSite();
builder.Services.AddOpenApiDocument();

var app = builder.Build();

app.UseSite();
app.UseWebSockets();
app.UseCors();
app.UseDirectLineErrors();
app.UseApiProblems();
app.UseRateLimiter();

app.MapHealth();
app.MapDirectLine();
app.MapPhone();
app.MapReport();
app.MapPrivacy();
app.MapAnswers();
app.MapArticles();
app.MapOpenApiDocument();
app.MapDesk();
app.MapSite();

await app.RunAsync();
return 0;
