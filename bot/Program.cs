using CroissanceConnectee.Bot.Channels.Web.Site;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Privacy;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddData();
builder.Services.AddConversation();
builder.Services.AddDesk();
builder.Services.AddPrivacy();
builder.Services.AddSite();

var app = builder.Build();

app.UseSite();

app.MapPrivacy();
app.MapSite();

app.Run();
