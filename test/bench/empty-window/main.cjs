// The least that Electron can show: what opening a workbook is compared with.
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.env.EMPTY_WINDOW_FOLDER);
void app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());
