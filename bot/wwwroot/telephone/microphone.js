import { word } from './words.js';

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

// Where the browser recognises speech, the button listens to one sentence.
export function offerMicrophone(button, ear, { tongue, says, fails }) {
  if (!Recognition) {
    return;
  }
  button.hidden = false;
  button.addEventListener('click', () => {
    const recognition = Object.assign(new Recognition(), { lang: ear.language ?? tongue });
    let heard = false;
    button.disabled = true;
    ear.speaking(true);
    recognition.onresult = ({ results: [[{ transcript, confidence }]] }) => {
      heard = true;
      // Some browsers give no confidence, which is not the same as none.
      says(transcript, confidence || undefined);
    };
    recognition.onerror = ({ error }) => fails(word('NoMicrophone', error));
    recognition.onend = () => {
      button.disabled = false;
      if (!heard) {
        ear.speaking(false);
      }
    };
    recognition.start();
  });
}
