const mails = document.getElementById('mails');
if (mails) {
  new EventSource('/_sandbox/mail/events').addEventListener('mails', (event) => {
    mails.innerHTML = JSON.parse(event.data);
  });
}
