language-name = Deutsch
language-switch = Sprache der Seite

state-active = Aktiv
state-ended = Beendet
state-suspended = Angehalten
subscription = Ihr Abo
days-left = { $days ->
    [one] Noch { $days } Tag
   *[other] Noch { $days } Tage
}
until-active = Gilt bis { $until }
until-ended = Endete am { $until }
ended-title = Ihr Abo ist zu Ende
ended-text = Verlängern Sie es im Bot: Derselbe Link funktioniert dann wieder, in der App müssen Sie nichts ändern.
suspended-title = Ihr Datenvolumen ist aufgebraucht
suspended-text = Die Verbindung läuft von selbst weiter, sobald das Limit neu beginnt oder der Support es erhöht. In der App müssen Sie nichts ändern.
open-bot = Bot öffnen

traffic = Datenvolumen
traffic-used = { $used } verbraucht
traffic-left = Noch { $left } von { $limit }
traffic-unlimited = Unbegrenzt
locations = Länder

connect = Gerät verbinden
other-devices = Andere Geräte
platform-ios = iPhone und iPad
platform-android = Android
platform-windows = Windows
platform-macos = Mac
platform-linux = Linux
step-install = App installieren
step-install-text = Jede von diesen passt. Wenn Sie unsicher sind, nehmen Sie die erste.
step-import = Abo hinzufügen
step-import-text = Tippen Sie auf den Namen Ihrer App: Sie öffnet sich und fügt das Abo von selbst hinzu.
step-switch-on = Verbindung einschalten
switch-on-ios = Tippen Sie in der App auf die große Schaltfläche und erlauben Sie ihr, eine VPN-Konfiguration hinzuzufügen.
switch-on-android = Tippen Sie in der App auf die große Schaltfläche und stimmen Sie der Verbindungsanfrage zu.
switch-on-windows = Klicken Sie auf den Einschaltknopf. Damit die Verbindung in allen Programmen gilt, starten Sie die App als Administrator und schalten Sie den TUN-Modus ein.
switch-on-macos = Klicken Sie auf den Einschaltknopf und erlauben Sie die Netzwerkerweiterung, falls das System fragt.
switch-on-linux = Klicken Sie auf den Einschaltknopf. Für den TUN-Modus fragt das System nach dem Administratorpasswort.
add-to = Zu { $app } hinzufügen
get-app = { $app } laden: { $store }

link = Abo-Link
link-text = Wenn die Schaltflächen nicht funktionieren, kopieren Sie den Link und fügen Sie ihn in der App als Abo hinzu.
copy = Link kopieren
copied = Link kopiert
copy-by-hand = Der Link ist markiert – kopieren Sie ihn von Hand
qr = QR-Code des Abos
qr-text = Um ein anderes Gerät zu verbinden, richten Sie dessen Kamera auf den Code.

help = Wenn es nicht klappt
help-refresh = Keine Server erscheinen, oder sie antworten nicht mehr
help-refresh-text = Aktualisieren Sie das Abo in der App (meist ein runder Pfeil) und wählen Sie einen anderen Server.
help-time = Die Verbindung ist an, aber keine Seite öffnet sich
help-time-text = Prüfen Sie, ob Datum und Uhrzeit des Geräts automatisch eingestellt sind: Mit falscher Uhr kommt keine sichere Verbindung zustande.
help-other = Bisher ging es, jetzt nicht mehr
help-other-text = Schalten Sie andere VPNs, Proxys und Werbeblocker aus, dann die Verbindung aus und wieder ein.
help-button = Eine Schaltfläche öffnet nichts
help-button-text = Installieren Sie zuerst die App. Ist diese Seite in einem Messenger geöffnet, öffnen Sie sie in einem normalen Browser oder kopieren Sie den Link.
support = Dem Support schreiben
keep-secret = Geben Sie diese Seite nicht weiter: Wer den Link kennt, kann sich verbinden. Ersetzen können Sie ihn im Bot, in Ihrem Profil.

gone = Dieser Link funktioniert nicht
gone-text = Vielleicht wurde er ersetzt. Öffnen Sie den Bot und holen Sie sich den Link aus Ihrem Profil.
