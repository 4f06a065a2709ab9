const board = document.getElementById('board');
new EventSource('/_sandbox/events').addEventListener('board', (event) => {
  board.innerHTML = JSON.parse(event.data);
});
