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

var app = builder.Build();

app.MapPrivacy();

app.Run();
