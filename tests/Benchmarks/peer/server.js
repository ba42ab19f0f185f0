// The official Bot Framework SDK for JavaScript on the same task: twelve questions in a row, the state and the transcript
// of each conversation in SQLite, answers given in the response to the POST (deliveryMode expectReplies).
// Set up the way its documentation and samples do, with the fastest SQLite binding for Node and the durability that ours has.
// Usage: node server.js <database file>; prints the port it listens on.
import Database from 'better-sqlite3';
import botbuilder from 'botbuilder';
import express from 'express';

const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MessageFactory, TranscriptLoggerMiddleware } = botbuilder;

const database = new Database(process.argv[2]);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = NORMAL');
database.exec(`
  CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL, etag INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS transcript (conversation TEXT NOT NULL, activity TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS transcript_conversation ON transcript (conversation);`);

class SqliteStorage {
  #read = database.prepare('SELECT value, etag FROM state WHERE key = ?');
  #write = database.prepare('INSERT INTO state (key, value, etag) VALUES (?, ?, 1) ON CONFLICT (key) DO UPDATE SET value = excluded.value, etag = etag + 1');
  #delete = database.prepare('DELETE FROM state WHERE key = ?');

  async read(keys) {
    const items = {};
    for (const key of keys) {
      const row = this.#read.get(key);
      if (row) {
        items[key] = { ...JSON.parse(row.value), eTag: String(row.etag) };
      }
    }
    return items;
  }

  async write(changes) {
    for (const [key, value] of Object.entries(changes)) {
      this.#write.run(key, JSON.stringify(value));
    }
  }

  async delete(keys) {
    keys.forEach((key) => this.#delete.run(key));
  }
}

class SqliteTranscript {
  #insert = database.prepare('INSERT INTO transcript (conversation, activity) VALUES (?, ?)');

  logActivity(activity) {
    this.#insert.run(activity.conversation.id, JSON.stringify(activity));
  }
}

const questions = Array.from({ length: 12 }, (_, n) => ({
  id: `question${n + 1}`,
  text: `Question ${n + 1} of 12: which of these is true of your firm?`,
  choices: ['Yes, fully', 'In part', 'Not yet', 'I do not know'],
}));

class Questionnaire extends ActivityHandler {
  constructor(conversationState) {
    super();
    const progress = conversationState.createProperty('progress');
    this.onMessage(async (context, next) => {
      const answers = await progress.get(context, {});
      const asked = Object.keys(answers).length;
      if (asked > 0 || context.activity.text !== 'start') {
        answers[questions[Math.min(asked, 11)].id] = context.activity.text;
      } else {
        answers.started = true;
      }
      await progress.set(context, answers);
      const question = questions[Math.min(Object.keys(answers).length - 1, 11)];
      await context.sendActivity(MessageFactory.suggestedActions(question.choices, question.text));
      await next();
    });
    this.onDialog(async (context, next) => {
      await conversationState.saveChanges(context);
      await next();
    });
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.use(new TranscriptLoggerMiddleware(new SqliteTranscript()));
adapter.onTurnError = async (_, error) => { console.error(error); throw error; };
const bot = new Questionnaire(new ConversationState(new SqliteStorage()));

const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, (context) => bot.run(context)));
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
