/** jsdom knows the dialog element but neither its methods nor its Escape key; Chromium's own are used in the e2e tests. */
HTMLDialogElement.prototype.showModal = function showModal(): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(): void {
  this.open = false;
};
