const SHOWN_MS = 2000;

/** Gives each command a button that copies it, and says so to those who cannot see the button change. */
export function offerCopies() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
}

async function copy(button) {
  const code = document.getElementById(button.dataset.copy);
  const isCopied = await write(code);
  button.textContent = isCopied ? 'Copied' : 'Selected';
  document.querySelector('[data-told]').textContent = isCopied
    ? 'The command was copied.'
    : 'The command is selected; copy it with the keyboard.';
  setTimeout(() => (button.textContent = 'Copy'), SHOWN_MS);
}

/** Browsers give the clipboard to secure addresses only; elsewhere the command is selected, ready to be copied. */
async function write(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return false;
  }
}
