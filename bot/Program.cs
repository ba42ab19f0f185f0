using CroissanceConnectee.Bot.Texts;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/t", () => { System.Globalization.CultureInfo.CurrentUICulture = new("en-GB"); return ConversationTexts.Welcome; });
app.Run();
