import { startApp } from './app.ts';

startApp(document.body, navigator.language);
