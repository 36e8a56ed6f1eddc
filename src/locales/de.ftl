language-name = 🇩🇪 Deutsch
language-prompt = Sprache wählen
language-saved = Sprache gespeichert

menu-welcome =
    👋 <b>{ $name }</b>, das ist <b>Atlas Secure</b> – Ihr schnelles und zuverlässiges VPN.

    Wählen Sie einen Tarif, bezahlen Sie mit wenigen Klicks, und schon nach Sekunden sind Sie verbunden.
menu-active =
    👋 <b>{ $name }</b>, Sie sind mit <b>Atlas Secure</b> geschützt.

    ✅ Ihr Zugang gilt bis <b>{ $until }</b>
button-buy = 🛒 Abo kaufen
button-renew = 🔄 Abo verlängern
button-profile = 👤 Profil
button-top-up = 💳 Guthaben aufladen
button-instruction = 📲 So verbinden Sie sich
button-help = 💬 Support
button-info = ℹ️ Über uns
button-language = 🌐 Sprache
button-back = ⬅️ Zurück
button-menu = 🏠 Hauptmenü
button-plans = 🛒 Zu den Tarifen
button-referrals = 🎁 Freunde einladen
button-promo = 🎟 Rabattcode eingeben
button-withdraw = 💸 Guthaben auszahlen
button-retry = 🔁 Noch einmal versuchen

plan-basic = Basic
plan-plus = Plus
plans-title =
    <b>Wählen Sie einen Tarif</b>

    🔹 <b>Basic</b> – für jeden Tag: Websites, Messenger, Videos.

    🔸 <b>Plus</b> – bevorzugter Server und stabile Geschwindigkeit.

    Ein Schlüssel pro Person, bis zu 5 Geräte.
plan-button = { $plan } – ab { $price }
period-title =
    Tarif <b>{ $plan }</b>

    Für welchen Zeitraum?
period-months = { $months ->
        [one] { $months } Monat
       *[other] { $months } Monate
    }
period-button = { $period } – { $price }
discount-promo = 🎟 Rabattcode <b>{ $code }</b>: { $percent } % Rabatt
discount-promo-nameless = 🎟 Rabatt durch Code: { $percent } %
discount-vip = 👑 VIP-Rabatt: { $percent } %
discount-personal = 🤝 Ihr persönlicher Rabatt: { $percent } %
promo-gone = Dieser Rabattcode gilt nicht mehr – der Preis ist ohne ihn berechnet.
promo-ask =
    🎟 <b>Rabattcode</b>

    Senden Sie den Code als Nachricht – Sie sehen sofort die ermäßigten Preise.
promo-ask-again =
    🎟 Der Rabattcode <b>{ $code }</b> ist schon eingelöst: { $percent } % Rabatt.

    Senden Sie einen anderen Code, um ihn zu ersetzen, oder kehren Sie zu den Tarifen zurück.
promo-bad =
    Dieser Rabattcode passt nicht: Vielleicht ist er falsch geschrieben, abgelaufen, oder Sie haben ihn schon verwendet.

    Senden Sie einen anderen oder kehren Sie zu den Tarifen zurück.
promo-applied = ✅ Rabattcode <b>{ $code }</b> angenommen: { $percent } % Rabatt. Er gilt 5 Minuten – wählen Sie jetzt einen Tarif.
promo-smaller = ℹ️ Ihr eigener Rabatt von { $own } % ist höher. Solange der Code gilt – einige Minuten –, bestimmt er den Preis.
method-head = Tarif <b>{ $plan }</b>, { $period }
method-price = Zu zahlen: <b>{ $price }</b>
method-price-reduced = Zu zahlen: <b>{ $price }</b> statt <s>{ $listPrice }</s>
method-balance = Guthaben: { $balance }
method-ask = Wie möchten Sie bezahlen?
button-pay-wallet = 👛 Mit Guthaben ({ $balance })
button-pay-card = 💳 Mit Bankkarte
button-pay-yookassa = 🏦 YooKassa: Karte oder SBP
button-pay-crypto = 💎 Mit Kryptowährung
button-pay-stars = ⭐️ Mit Telegram-Sternen
button-pay-free = 🎁 Kostenlos holen
below-minimum = Mit dieser Zahlungsart geht es erst ab { $minimum }. Bitte wählen Sie eine andere.
quote-refreshed = Der Preis wurde aktualisiert – bitte prüfen und bestätigen
wallet-short =
    Auf Ihrem Guthaben fehlen <b>{ $shortage }</b>.

    Preis: { $price }
    Guthaben: { $balance }
purchase-done =
    ✅ <b>Bezahlt</b>

    Zugang bis <b>{ $until }</b>
    Verbleibendes Guthaben: { $balance }
purchase-free-done =
    🎁 <b>Fertig, Sie müssen nichts zahlen</b>

    Zugang bis <b>{ $until }</b>
purchase-key-follows = 🔑 Ihr Schlüssel kommt mit der nächsten Nachricht.

invoice-title =
    <b>Rechnung über { $price }</b>
    { $what }
invoice-how-crypto = Tippen Sie auf „Bezahlen“, wählen Sie eine Währung und bestätigen Sie die Überweisung. Sobald sie da ist, schreiben wir Ihnen – mehr ist nicht zu tun.
invoice-how-yookassa = Tippen Sie auf „Bezahlen“ – es öffnet sich die Seite von YooKassa. Dort zahlen Sie mit Karte, über SBP oder aus einer Wallet. Sobald das Geld da ist, schreiben wir Ihnen.
invoice-how-card = Die Rechnung ist in der Nachricht darunter: Tippen Sie dort auf „Bezahlen“ und geben Sie Ihre Karte an. Sobald die Zahlung da ist, schreiben wir Ihnen.
invoice-how-stars = Die Rechnung über { $stars ->
        [one] { $stars } Stern
       *[other] { $stars } Sterne
    } ist in der Nachricht darunter: Tippen Sie dort auf „Bezahlen“. Sobald die Zahlung da ist, schreiben wir Ihnen.
invoice-left =
    Die Rechnung gilt noch { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }.
invoice-what-purchase = Tarif { $plan }, { $period }
invoice-what-top-up = Guthaben aufladen
invoice-description-purchase = Atlas Secure: { $plan }, { $period }
invoice-description-top-up = Atlas Secure: Guthaben aufladen
button-pay-now = 💳 { $price } bezahlen
button-check-payment = 🔎 Zahlung prüfen
button-cancel-invoice = ✖️ Rechnung stornieren
invoice-not-paid-yet = Noch keine Zahlung da. Meist dauert es höchstens eine Minute.
invoice-already-paid = Zahlung erhalten ✅
invoice-cancelled = Die Rechnung ist storniert. Falls Sie doch noch gezahlt haben, geht das Geld nicht verloren.
invoice-gone = Diese Rechnung ist schon geschlossen
provider-away =
    Der Zahlungsdienst antwortet gerade nicht. Es wurde nichts abgebucht.

    Versuchen Sie es in einer Minute noch einmal oder wählen Sie eine andere Zahlungsart.

top-up-title =
    <b>Guthaben aufladen</b>
    Aktuell: { $balance }

    Wählen Sie einen Betrag
button-top-up-custom = ✍️ Anderer Betrag
top-up-ask = Schreiben Sie den Betrag in Rubel, von 100 bis 100.000
top-up-bad-amount = Bitte eine ganze Zahl in Rubel von 100 bis 100.000. Zum Beispiel: 500
top-up-method-title =
    Guthaben um <b>{ $price }</b> aufladen

    Wählen Sie eine Zahlungsart

profile-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>

    👛 Guthaben: <b>{ $balance }</b>
profile-none = 🔒 Noch kein Abo
profile-ended = ⌛️ Ihr Abo endete am { $until }
profile-preparing = ⏳ Bezahlt bis <b>{ $until }</b> UTC. Ihr Schlüssel wird vorbereitet – das dauert wenige Sekunden.
profile-active = ✅ Ihr Abo gilt bis <b>{ $until }</b> UTC
profile-held = 💸 Wartet auf Auszahlung: <b>{ $amount }</b>
button-key = 🔑 Schlüssel anzeigen
button-qr = 📷 QR-Code
key-message = 🔑 Ihr Schlüssel – zum Kopieren antippen:
key-sent = Schlüssel als Nachricht gesendet
key-none = Noch kein aktives Abo
key-preparing = Der Schlüssel wird noch vorbereitet – er kommt hierher
qr-caption = Scannen Sie den Code in der App

notice-payment-new =
    ✅ <b>Zahlung über { $price } erhalten</b>

    Zugang bis <b>{ $until }</b>. Ihr Schlüssel kommt mit der nächsten Nachricht.
notice-payment-renewal =
    ✅ <b>Zahlung über { $price } erhalten</b>

    Ihr Abo ist bis <b>{ $until }</b> verlängert. Der Schlüssel bleibt derselbe.
notice-payment-late = Die Rechnung war da schon geschlossen, aber wir haben die Zahlung angenommen.
notice-payment-excess = Sie haben mehr bezahlt, als auf der Rechnung stand: { $excess } bleiben auf Ihrem Guthaben.
notice-wallet-credited =
    💰 <b>Guthaben um { $price } aufgeladen</b>

    Ihr Guthaben beträgt jetzt { $balance }
notice-already-paid =
    💰 <b>Zahlung über { $price } erhalten – als Guthaben</b>

    Diese Rechnung war schon bezahlt, das Geld bleibt also bei Ihnen. Ihr Guthaben beträgt jetzt { $balance }
notice-underpaid =
    💰 <b>{ $price } erhalten – weniger, als auf der Rechnung stand</b>

    Nichts ist verloren: Das Geld ist auf Ihrem Guthaben, es beträgt jetzt { $balance }
notice-commission =
    🎁 <b>Sie haben { $amount } verdient</b>

    Jemand, den Sie eingeladen haben, hat ein Abo bezahlt oder Guthaben aufgeladen – das sind { $percent } % davon. Das Geld ist schon auf Ihrem Guthaben.

    Ihre Stufe: { $level }
notice-referral-joined =
    👋 <b>Über Ihren Link ist jemand dazugekommen</b>

    Von jeder Zahlung erhalten Sie künftig einen Anteil.
notice-withdrawal-approved =
    ✅ <b>Auszahlung über { $amount } genehmigt</b>

    Das Geld kommt innerhalb von 3 Werktagen.
notice-withdrawal-rejected =
    ↩️ <b>Auszahlung über { $amount } abgelehnt</b>

    Das Geld ist wieder auf Ihrem Guthaben.
notice-withdrawal-reason = Grund: { $reason }
notice-withdrawal-contact = Wenn Sie noch Fragen haben, schreiben Sie bitte dem Support.
notice-refunded = ↩️ <b>Zahlung erstattet: { $amount }</b>
notice-refunded-wallet = { $amount } wurden vom Guthaben abgebucht.
notice-refunded-debt = Weitere { $amount } buchen wir vom nächsten Geld ab, das auf Ihrem Guthaben eingeht.
notice-refunded-shortened = Ihr Zugang gilt jetzt bis <b>{ $until }</b>.
notice-refunded-over = Der Zugang aus dieser Zahlung ist beendet.
notice-refunded-kept = Die Laufzeit Ihres Zugangs hat sich nicht geändert.
notice-adjusted-up =
    💰 <b>{ $amount } wurden Ihrem Guthaben gutgeschrieben</b>

    Grund: { $reason }
    Ihr Guthaben beträgt jetzt { $balance }
notice-adjusted-down =
    💰 <b>{ $amount } wurden von Ihrem Guthaben abgebucht</b>

    Grund: { $reason }
    Ihr Guthaben beträgt jetzt { $balance }
notice-traffic-used-up =
    📶 <b>Datenvolumen aufgebraucht: { $limit } GB</b>

    Die Verbindung ist angehalten, der Schlüssel bleibt derselbe.
notice-traffic-resets = Am { $date } läuft sie von selbst wieder an.
notice-traffic-support = Wenn Sie mehr brauchen, schreiben Sie bitte dem Support.
notice-access-ready =
    🎉 <b>Ihr Zugang ist bereit</b> – bis { $until }

    🔑 Ihr Schlüssel, zum Kopieren antippen:

instruction-text =
    📲 <b>So verbinden Sie sich</b>

    1. Installieren Sie die App <b>v2RayTun</b> für Ihr Gerät.
    2. Öffnen Sie Ihr Profil in diesem Bot und kopieren Sie den Schlüssel.
    3. Tippen Sie in der App auf „+“ und wählen Sie „Aus Zwischenablage importieren“.
    4. Schalten Sie die Verbindung ein.

    Klappt es nicht? Aktualisieren Sie die App, prüfen Sie Datum und Uhrzeit Ihres Geräts und schreiben Sie uns.
button-ios = 🍏 iPhone und iPad
button-android = 🤖 Android
button-desktop = 💻 Computer
help-text =
    💬 <b>Support</b>

    Beschreiben Sie, was passiert ist – wir helfen gern.
button-help-contact = Dem Support schreiben
info-text =
    ℹ️ <b>Atlas Secure</b>

    Ein VPN mit dem Protokoll VLESS. Wir protokollieren nicht, was Sie besuchen, und jede Ihrer Zahlungen lässt sich anhand unserer Bücher nachprüfen.

error-try-later = Etwas ist schiefgegangen. Wir wissen schon Bescheid; bitte versuchen Sie es etwas später noch einmal.
error-stale = Diese Schaltfläche ist veraltet – hier ist die aktuelle Ansicht
too-often =
    Das war zu oft. Versuchen Sie es in { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal.
payments-off = ⏸ Zahlungen sind kurz ausgesetzt. Ihr Guthaben ist sicher, und was schon bezahlt ist, wird gutgeschrieben. Bitte versuchen Sie es etwas später noch einmal.
unknown-text = Ich verstehe Schaltflächen und Befehle. Zum Hauptmenü geht es mit der Schaltfläche unten.

command-start = Hauptmenü
command-profile = Profil und Schlüssel
command-buy = Kaufen oder verlängern
command-referral = Freunde einladen
command-instruction = So verbinden Sie sich
command-help = Support
command-info = Über uns
command-language = Sprache

referral-title =
    🎁 <b>Laden Sie Freunde ein – Sie erhalten { $percent } % von jeder ihrer Zahlungen</b>

    Ihr Link:
    <code>{ $link }</code>

    Stufe: <b>{ $level }</b>
    Über Ihren Link gekommen: { $invited }
    Davon zahlen: { $paying }
    Verdient: <b>{ $earned }</b>
referral-to-next = { $missing ->
        [one] Zur nächsten Stufe fehlt noch { $missing } zahlender Freund
       *[other] Zur nächsten Stufe fehlen noch { $missing } zahlende Freunde
    }
referral-highest = Das ist die höchste Stufe 🏆
referral-level-silver = Silver Access
referral-level-gold = Gold Access
referral-level-platinum = Platinum Access
button-share = 📤 Link teilen
referral-share-text = Schnelles und zuverlässiges VPN – Atlas Secure

withdrawal-ask =
    💸 <b>Auszahlung</b>

    Ihr Guthaben beträgt { $balance }. Schreiben Sie den Betrag: mindestens { $minimum } und höchstens Ihr Guthaben.
withdrawal-too-little = Auszahlen können Sie ab { $minimum }. Ihr Guthaben beträgt derzeit { $balance }.
withdrawal-waits =
    Derzeit können Sie sich { $amount } auszahlen lassen: Eine Prämie für einen Freund steht { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    } nach seiner Zahlung dafür bereit. Für Ihr Abo können Sie sie sofort verwenden.
withdrawal-bad-amount = Diesen Betrag konnten wir nicht lesen. Schreiben Sie ihn als Zahl, zum Beispiel: 1500 oder 1500,50
withdrawal-below-minimum = Das liegt unter dem Mindestbetrag: Auszahlen können Sie ab { $minimum }. Schreiben Sie einen anderen Betrag.
withdrawal-above-balance = Ihr Guthaben beträgt nur { $balance }. Schreiben Sie einen kleineren Betrag.
withdrawal-ask-details =
    Wir zahlen <b>{ $amount }</b> aus.

    Wohin? Schreiben Sie in einer Nachricht die Kartennummer oder die Telefonnummer für SBP, die Bank und den Namen des Empfängers.
withdrawal-bad-details = Nötig sind 5 bis 500 Zeichen: Karten- oder Telefonnummer, Bank und Name des Empfängers.
withdrawal-confirm =
    💸 <b>Prüfen Sie Ihren Antrag</b>

    Betrag: <b>{ $amount }</b>
    Wohin: <code>{ $preview }</code>

    Nach der Bestätigung wird dieser Betrag bis zur Entscheidung zurückgelegt – meist innerhalb eines Tages.
button-withdraw-send = ✅ Bestätigen
button-cancel = ✖️ Abbrechen
withdrawal-sent =
    ✅ <b>Ihr Antrag über { $amount } ist eingegangen</b>

    Wir prüfen ihn und schreiben Ihnen. Ihr Guthaben beträgt noch { $balance }.
withdrawal-debt = Zuerst muss die Schuld aus einer erstatteten Zahlung beglichen werden – schreiben Sie dem Support, wir klären das gemeinsam.
withdrawal-short = Ihr Guthaben reicht nicht mehr: Es beträgt derzeit { $balance }.
withdrawal-lost = Dieser Antrag ist veraltet – bitte beginnen Sie noch einmal
withdrawal-decided = Über diese Auszahlung wurde schon entschieden

admin-title =
    🛠 <b>Shop-Verwaltung</b>
    Ihre Rolle: { $role }

    Offene Auszahlungen: { $withdrawals }
    Offene Aufgaben: { $tasks }
button-admin = 🛠 Zum Anfang
button-admin-withdrawals = 💸 Auszahlungen
button-admin-tasks = 📋 Aufgaben
admin-withdrawals-title = 💸 <b>Offene Auszahlungen</b> – Seite { $page } von { $pages }
admin-withdrawals-none = 💸 Keine offenen Auszahlungen.
admin-withdrawal-line = { $amount } · { $customer } · { $at }
admin-withdrawal-card =
    💸 <b>Auszahlung über { $amount }</b>

    Kunde: <code>{ $customer }</code>
    Verbleibendes Guthaben: { $balance }
    Antrag: <code>{ $id }</code>
admin-withdrawal-approvals = Zugestimmt: { $given } von { $needed } – es müssen verschiedene Admins sein
admin-withdrawal-details = Bankdaten: <code>{ $details }</code>
admin-withdrawal-approved = ✅ Genehmigt. Überweisen Sie dem Kunden das Geld.
admin-withdrawal-rejected = ↩️ Abgelehnt, das Geld ist wieder auf dem Guthaben des Kunden.
admin-withdrawal-reject-ask =
    Auszahlung über <b>{ $amount }</b> ablehnen? Das Geld geht zurück auf das Guthaben des Kunden, und er sieht den Grund.
admin-withdrawal-approve-ask =
    Auszahlung von <b>{ $amount }</b> genehmigen? Der Kunde wird sofort benachrichtigt, das Geld überweisen Sie selbst: Das lässt sich nicht rückgängig machen.

    Bankdaten: <code>{ $details }</code>
withdrawal-reason-details = die Bankdaten haben nicht gepasst
withdrawal-reason-check = der Antrag hat die Prüfung nicht bestanden
withdrawal-reason-asked = auf Ihren Wunsch
button-reject-details = Bankdaten passen nicht
button-reject-check = Prüfung nicht bestanden
button-reject-asked = Auf Wunsch des Kunden
button-approve = ✅ Genehmigen
button-reject = ↩️ Ablehnen
button-details = 🔐 Bankdaten
button-page-back = ◀️
button-page-on = ▶️
admin-unknown = Diesen Antrag gibt es nicht
admin-decided = Über diesen Antrag ist schon entschieden
admin-debt = Der Kunde schuldet dem Shop Geld: Zuerst muss die Schuld zurück. Lehnen Sie den Antrag ab – der Betrag wird mit der Schuld verrechnet.
admin-same = Sie haben schon zugestimmt – es braucht einen anderen Admin
admin-own = Das darf nur der Inhaber für sich selbst tun – bitten Sie einen Kollegen
admin-off = Aktionen von Admins sind ausgeschaltet
admin-second-needed = Ihre Zustimmung ist vermerkt. Es braucht noch einen Admin
admin-tasks-title = 📋 <b>Offene Aufgaben</b> – Seite { $page } von { $pages }
admin-tasks-none = 📋 Keine offenen Aufgaben.
admin-task =
    📋 <b>{ $what }</b>
    { $details }
    <code>{ $command }</code>
task-suspended-charge = Geld, das noch niemandem gehört
task-refund-declined = Ein Zahlungsdienst hat Geld nicht erstattet
task-reconciliation = Die Bücher eines Zahlungsdienstes weichen von unseren ab
task-notice-unreadable = Unverständliche Meldung eines Zahlungsdienstes
task-ledger = Die Prüfung der Bücher hat einen Fehler gefunden
chain-head =
    🔗 Kettenglied <b>{ $sequence }</b>, { $at } UTC
    <code>{ $hash }</code>

    Löschen Sie diese Nachricht nicht: Sie belegt, dass die Einträge später nicht umgeschrieben wurden.

precheckout-gone = Diese Rechnung gilt nicht mehr. Es wurde nichts abgebucht – kehren Sie zum Bot zurück und wählen Sie den Tarif neu.
precheckout-paid = Diese Rechnung ist schon bezahlt. Ein zweites Mal müssen Sie nicht zahlen.
precheckout-stranger = Diese Rechnung ist für jemand anderen bestimmt. Öffnen Sie den Bot und wählen Sie einen Tarif für sich.
precheckout-changed = Der Betrag hat sich geändert. Es wurde nichts abgebucht – kehren Sie zum Bot zurück und wählen Sie den Tarif neu.
precheckout-try-again = Die Rechnung ließ sich nicht prüfen. Es wurde nichts abgebucht – versuchen Sie es in einer Minute noch einmal.

button-connect = 📲 Gerät verbinden
button-new-link = 🔁 Neuer Link
button-new-link-yes = 🔁 Link ersetzen
new-link-ask =
    🔁 <b>Ihren Abo-Link ersetzen?</b>

    Der alte öffnet sich sofort nicht mehr: Apps, die sich darüber aktualisieren, müssen Sie neu verbinden.
new-link-done = Fertig: Der Link ist ersetzt, der alte öffnet sich nicht mehr.

device-limit-announce = Das Gerätelimit ist erreicht. Entfernen Sie ein Gerät im Bot: Profil → Geräte – und aktualisieren Sie das Abo.
connect-title = 📲 <b>Ihr Abo-Link</b> – zum Kopieren antippen:
connect-steps =
    1. Installieren Sie eine der Apps unten.
    2. Tippen Sie auf ihre Schaltfläche – das Abo fügt sich von selbst hinzu. Oder fügen Sie den Link in der App von Hand ein.
    3. Schalten Sie die Verbindung ein.
connect-qr-caption = Richten Sie die Kamera eines anderen Geräts darauf: Der Code öffnet Ihr Abo
button-connect-page = 🌐 Seite öffnen
button-connect-qr = 📷 Link als QR-Code
button-devices = 📱 Geräte
button-devices-clear = 🗑 Alle entfernen
devices-title = 📱 <b>Geräte: { $count } von { $limit }</b>
devices-title-any = 📱 <b>Geräte: { $count }</b>, ohne Begrenzung
devices-empty = Noch leer: Ein Gerät erscheint hier, sobald eine App darauf das Abo geladen hat.
devices-note = Ein entferntes Gerät macht sofort Platz und darf sich wieder verbinden. Apps, die ihr Gerät nicht nennen, sind hier nicht zu sehen.
devices-more = …und noch { $rest }
devices-removed = Entfernt
devices-gone = Dieses Gerät steht nicht mehr auf der Liste
device-line =
    { $number }. <b>{ $name }</b>{ $details }
    { $seen }
device-seen = Zuletzt aktualisiert: { $ago }
device-seen-now = In der letzten Stunde aktualisiert
device-unnamed = Ohne Namen
button-new-key = 🔑 Neuer Schlüssel
button-new-key-yes = 🔑 Neuen erstellen
new-key-ask =
    🔑 <b>Neuen Schlüssel erstellen?</b>

    Tun Sie das, wenn Fremde an Ihren Schlüssel gekommen sind. Apps holen sich den neuen selbst, wenn sie das Abo aktualisieren; der alte gilt nach wenigen Sekunden nicht mehr.
new-key-done = Fertig: Der neue Schlüssel ist auf den Servern. Aktualisieren Sie das Abo in Ihren Apps.
new-key-no-access = Derzeit haben Sie kein Abo
new-key-too-often = Einen neuen Schlüssel gibt es dreimal am Tag. Wenn Sie mehr brauchen, schreiben Sie dem Support.
profile-traffic = 📶 Datenvolumen: { $used } GB
profile-traffic-limit = 📶 Datenvolumen: { $used } von { $limit } GB
profile-traffic-resets = beginnt neu am { $date }
profile-suspended = ⏸ Datenvolumen aufgebraucht, die Verbindung ist angehalten
button-trial = 🎁 3 Tage kostenlos testen
trial-started =
    🎉 <b>Ihre Testphase hat begonnen</b> – bis { $until } (UTC).

    Der Schlüssel kommt mit der nächsten Nachricht.
trial-not-for-you = Testen können Sie einmal, vor dem ersten Kauf
button-renewal-on = 🔄 Automatisch verlängern
button-renewal-off = ⏹ Nicht automatisch verlängern
renewal-on = Automatische Verlängerung ist eingeschaltet
renewal-off = Automatische Verlängerung ist ausgeschaltet
profile-renews = 🔄 Automatische Verlängerung: { $plan }, { $period } – { $price } vom Guthaben kurz vor Ablauf
profile-renews-short = ⚠️ Zum Verlängern fehlen { $missing }
profile-renews-not = 🔄 Automatische Verlängerung ist aus
just-renewed =
    🔄 Ihr Abo hat sich gerade selbst verlängert – bis <b>{ $until }</b>.

    Ein zweites Mal müssen Sie nicht zahlen. Möchten Sie weiter verlängern, kommen Sie in fünf Minuten wieder.
notice-ends = ⏳ <b>Ihr Abo gilt bis { $until }</b>
notice-left-hours = { $hours ->
        [one] Noch { $hours } Stunde.
       *[other] Noch { $hours } Stunden.
    }
notice-left-days = { $days ->
        [one] Noch { $days } Tag.
       *[other] Noch { $days } Tage.
    }
notice-ends-renews = Automatische Verlängerung ist an: Reicht Ihr Guthaben, verlängert sich das Abo von selbst.
notice-ended =
    ⌛️ <b>Ihr Abo ist zu Ende</b>

    Kaufen Sie es wieder – der Schlüssel bleibt derselbe, in der App müssen Sie nichts ändern.
notice-trial-first-hours =
    👋 <b>Ihre Testphase läuft bis { $until }</b>

    Sind Sie schon verbunden? Wenn nicht, hier ist die Anleitung, und beim Rest hilft der Support.
notice-trial-third-day = 🎁 <b>Ihre Testphase geht zu Ende</b>
notice-trial-last-hours = ⏳ <b>Ihre Testphase endet bald</b>
notice-trial-ended =
    ⌛️ <b>Ihre Testphase ist zu Ende</b>

    Hat es Ihnen gefallen? Dann kaufen Sie ein Abo: Der Schlüssel bleibt derselbe, in der App müssen Sie nichts ändern.
notice-renewed =
    🔄 <b>Ihr Abo ist bis { $until } verlängert</b>

    { $price } wurden vom Guthaben abgebucht.
notice-renewal-short =
    💳 <b>Ihr Guthaben reicht nicht, um { $plan } zu verlängern</b>

    Ihr Abo gilt bis { $until }, Ihr Guthaben beträgt { $balance }. Laden Sie es auf – dann verlängert sich das Abo von selbst.
notice-referral-trial = 🎁 Jemand, den Sie eingeladen haben, testet jetzt. Ihre Prämie kommt, sobald ein Abo bezahlt wird.
stuck-title = 🚧 Bezahlt, aber noch nicht aktiv: { $count }
stuck-line = { $customer }: seit { $since } UTC, Versuche: { $attempts }

# Rundschreiben
broadcast-info = ℹ️ <b>{ $title }</b>
broadcast-maintenance = 🛠 <b>{ $title }</b>
broadcast-security = 🔒 <b>{ $title }</b>
broadcast-promo = 🎁 <b>{ $title }</b>
operator-broadcast-done = 📣 <b>Rundschreiben „{ $title }“ ist abgeschlossen</b>
operator-broadcast-paused = ⏸ <b>Rundschreiben „{ $title }“ ist angehalten</b>
operator-broadcast-counts =
    Empfänger: { $recipients }
    Zugestellt: { $sent }
    Nicht zugestellt: { $failed }
    Unbekannt: { $unknown }
    Übersprungen: { $skipped }
operator-broadcast-problem = Telegram nimmt den Text nicht an: { $problem }
system-trouble = 🚨 Es gibt Störungen:
system-line = • { $component }: { $status } ({ $reason }) seit { $since } UTC
system-well = ✅ Alles läuft wieder

outage-apology = ⏳ Wir sind kurz nicht erreichbar. Ihre Aktion ist gespeichert und wird ausgeführt, Sie müssen sie nicht wiederholen.

button-repeat = 🔁 Wie letztes Mal – { $price }
button-history = 🧾 Verlauf
history-title = 🧾 <b>Verlauf Ihres Abos</b>
history-none = Noch leer.
history-line =
    { $at } · { $what } · { $plan }
    bis { $until }
history-purchase = Kauf
history-renewal = Verlängerung
history-promo = kostenlos mit Rabattcode
history-operator = Geschenk von uns
history-trial = Testphase
button-status = 🟢 Dienststatus
button-status-again = 🔄 Aktualisieren
status-title = <b>Dienststatus</b>
status-access-well = ✅ Die VPN-Server laufen
status-access-slow = ⚠️ Einige VPN-Server sind nicht erreichbar – wir arbeiten daran
status-access-down = ⛔️ Die VPN-Server sind gerade nicht erreichbar – wir arbeiten daran
status-payments-well = ✅ Zahlungen funktionieren
status-payments-slow = ⚠️ Zahlungen dauern gerade länger
status-kept = Was Sie bezahlt haben, bleibt erhalten: Der Zugang kommt von selbst, Sie müssen nichts antippen.
button-privacy = 🔏 Datenschutz
button-channel = 📣 Unser Kanal
privacy-text =
    🔏 <b>Datenschutz</b>

    Wir speichern Ihre Telegram-ID und Ihren Namen, Ihre Zahlungen, die Laufzeit Ihres Abos und das verbrauchte Datenvolumen – damit Ihr Abo läuft und das Geld stimmt.

    Wir zeichnen nicht auf, welche Seiten Sie öffnen und was Sie übertragen. Ihre Kartendaten sieht nur der Zahlungsdienst.
button-levels = ❓ So funktioniert es
levels-title =
    ❓ <b>So funktioniert es</b>

    Ein Freund öffnet Ihren Link und zahlt – Sie erhalten sofort einen Anteil auf Ihr Guthaben. Je mehr Freunde zahlen, desto höher Ihre Stufe:
levels-first = <b>{ $level }</b> – { $percent } %, ab dem ersten zahlenden Freund
levels-line = <b>{ $level }</b> – { $percent } %, ab { $from } zahlenden Freunden
levels-note = Mit dem Guthaben können Sie Ihr Abo bezahlen oder es sich auszahlen lassen.

button-admin-system = 🩺 Zustand
button-admin-features = 🎚 Schalter
admin-system-green = 🟢 <b>Alles in Ordnung</b>
admin-system-yellow = 🟡 <b>Etwas braucht einen Blick</b>
admin-system-red = 🔴 <b>Der Shop kann nichts verkaufen</b>
admin-component-database = Datenbank
admin-component-payments = Zahlungsdienste
admin-component-vpn_api = VPN-Knoten
admin-state-healthy = läuft
admin-state-degraded = läuft teilweise
admin-state-unavailable = läuft nicht
admin-features-title =
    🎚 <b>Schalter</b>

    Sie wirken sofort und in allen Prozessen. Aktionen von Admins lassen sich nur mit dem Befehl atlas flag ausschalten.
feature-payments = Zahlungen
feature-vpn-provisioning = Zugänge vergeben
feature-auto-renewal = Automatisch verlängern
feature-background-workers = Arbeit im Hintergrund
feature-admin-actions = Aktionen von Admins
button-feature-off = ⏸ Ausschalten: { $feature }
button-feature-on = 🟢 Einschalten: { $feature }
admin-feature-off-ask = „{ $feature }“ ausschalten? Kunden merken es sofort.
admin-feature-on-ask = „{ $feature }“ einschalten?
button-yes = ✅ Ja
admin-feature-done = Fertig: Es gilt in allen Prozessen
admin-system-line = • { $component }: { $state }

admin-no-right = Dafür ist eine andere Rolle nötig
admin-done = Erledigt
role-owner = Inhaber
role-admin = Administrator
role-support = Support
role-accountant = Buchhaltung
role-auditor = Prüfer
role-owner-may = Darf alles und vergibt als Einziger Rollen.
role-admin-may = Darf alles außer Rollen vergeben.
role-support-may = Sieht Kunden und den Zustand des Shops, gibt und beendet Zugänge. Sieht kein Geld.
role-accountant-may = Sieht Kunden, Geld und Protokoll, korrigiert Guthaben, entscheidet über Auszahlungen, exportiert.
role-auditor-may = Sieht alles und exportiert, ändert aber nichts.
button-admin-team = 👥 Team
admin-team-title =
    👥 <b>Team</b>

    Eine Rolle gilt sofort: ab dem nächsten Tippen.
button-team-add = ➕ Hinzufügen
admin-team-ask = Senden Sie die ID oder den @username von jemandem, der den Bot schon gestartet hat.
admin-person-unknown = Diesen Kunden gibt es nicht.
admin-member =
    👤 { $name } · <code>{ $id }</code>
    Rolle: <b>{ $role }</b>
admin-member-none = keine
admin-member-appointed = In den Einstellungen des Servers benannt: das lässt sich hier nicht ändern.
button-role-take = 🚫 Rolle entziehen
admin-role-ask = <code>{ $id }</code> die Rolle „{ $role }“ geben?
admin-role-take-ask = <code>{ $id }</code> die Rolle entziehen?

button-settings = ⚙️ Einstellungen
settings-title =
    ⚙️ <b>Einstellungen</b>

    Sprache: { $language }
button-vip = 👑 VIP
vip-text =
    👑 <b>VIP</b>

    • { $percent } % Rabatt auf jeden Tarif und jede Laufzeit
    • ein persönlicher Ansprechpartner und Hilfe ohne Wartezeit
    • Einrichtung auf allen Ihren Geräten

    { $month } im Monat oder { $halfYear } für ein halbes Jahr. Freigeschaltet wird von Hand — schreiben Sie uns einfach.
vip-active = ✅ Sie haben VIP: Der Rabatt ist in den Preisen schon enthalten.
button-manager = 💬 Ansprechpartner
button-corporate = 🏢 Für Firmen
corporate-text =
    🏢 <b>Für Firmen</b>

    Zugang für Ihr Team, eine Rechnung und alle Unterlagen dazu. Senden Sie eine Anfrage — wir schreiben Ihnen in Telegram.

    Weitergegeben werden Ihre ID, Ihr Benutzername und ob Sie ein Abo haben. Mit dem Tippen stimmen Sie dem zu.
button-corporate-send = ✅ Anfrage senden
corporate-sent = ✅ <b>Ihre Anfrage ist da</b> — wir melden uns bald bei Ihnen.
task-corporate-request = Anfrage für einen Firmenzugang

# Insight
button-admin-dashboard = 📊 Übersicht
button-admin-statistics = 📈 Statistik
button-admin-analytics = 💰 Analyse
button-admin-metrics = ⏱ Kennzahlen
button-admin-audit = 📜 Protokoll
button-admin-waiting = 🚧 Warten auf Zugang
admin-since = seit { $at } UTC
dashboard-waiting = Warten auf Zugang: { $count }
dashboard-tasks = Offene Aufgaben: { $tasks }
dashboard-withdrawals = Offene Auszahlungen: { $withdrawals }
dashboard-trouble = Letzte Störung: { $component }, { $at } UTC
dashboard-no-trouble = Bisher keine Störungen
dashboard-issues = Das braucht einen Blick:
issue-payments-off = Zahlungen sind ausgeschaltet: Niemand kann kaufen
issue-every-provider-silent = Kein Zahlungsdienst antwortet: Kaufen geht nur mit Guthaben
issue-every-node-down = Kein Knoten antwortet: Niemand bekommt einen neuen Schlüssel
issue-provisioning-off = Es werden keine Zugänge vergeben: Wer zahlt, wartet auf den Schlüssel
issue-no-nodes = Es gibt keine Knoten: Nichts ist zu verkaufen
issue-books-wrong = Die Prüfung der Bücher hat einen Fehler gefunden: Sehen Sie in die Aufgaben
issue-some-providers-silent = Einige Zahlungsdienste antworten nicht: Nicht alle können zahlen
issue-some-nodes-down = Einige Knoten antworten nicht: Kunden haben keinen Ersatzserver
issue-access-waits = Es gibt bezahlte Zugänge, die noch nicht laufen
issue-money-without-owner = Es gibt Geld, das noch niemandem gehört: Sehen Sie in die Aufgaben
issue-passes-off = Die Arbeit im Hintergrund ist ausgeschaltet: Erinnerungen und Verlängerungen stehen still
issue-renewal-off = Automatisches Verlängern ist ausgeschaltet: Abos laufen einfach aus
admin-processes = Prozesse:
admin-process = • { $process }: { $days } T. { $hours } Std. { $minutes } Min.
statistics-title = 📈 <b>Statistik</b>
statistics-customers =
    👥 Kunden: <b>{ $all }</b>
    Neu heute: { $today }
    In 7 Tagen: { $week }
    In 30 Tagen: { $month }
statistics-subscriptions =
    🔑 Laufende Abos: <b>{ $live }</b>
    Davon in der Testphase: { $trials }
    Beendet: { $ended }
statistics-payments =
    💳 Zahlungen: <b>{ $payments }</b>
    Bezahlte Rechnungen: { $paid }
    Unbezahlt oder storniert: { $unpaid }
analytics-title = 💰 <b>Analyse</b>
analytics-totals =
    Umsatz: <b>{ $revenue }</b>
    Zahlende Kunden: { $payers }
    ARPU: { $arpu }
    LTV im Schnitt: { $ltv }
analytics-months = <b>{ $before } → { $now }</b>
analytics-line = { $what }: { $before } → { $now } ({ $change })
analytics-month-revenue = Umsatz
analytics-month-payments = Zahlungen
analytics-month-customers = Neue Kunden
analytics-month-subscriptions = Neue Abos
analytics-note = Umsatz ist das Geld von außen abzüglich Erstattungen. Käufe mit Guthaben zählen nicht noch einmal. ARPU ist der Umsatz je zahlendem Kunden, LTV dasselbe ohne die Prämien für Freunde.
metrics-title = ⏱ <b>Kennzahlen</b>
metrics-text =
    Von der Zahlung zum Zugang: { $wait } – in 30 Tagen
    Bezahlte Rechnungen: { $paid } – in 30 Tagen
    Abo-Laufzeit je Kunde: { $lifetime } Tage
    Verlängerungen je Kunde: { $renewals }
metrics-seconds = { $count } Sek.
metrics-minutes = { $count } Min.
audit-title-all = 📜 <b>Protokoll</b>, Neues oben, Zeiten in UTC
audit-title-team = 📜 <b>Protokoll des Teams</b>, Neues oben, Zeiten in UTC
audit-none = 📜 Keine Einträge.
audit-line = <b>{ $at }</b> { $action } · { $actor }
audit-target = → { $target }
audit-details = <i>{ $details }</i>
button-audit-all = 👥 Alle anzeigen
button-audit-team = 🛠 Nur das Team
waiting-title = 🚧 <b>Bezahlt, aber noch nicht aktiv: { $count }</b> – Seite { $page } von { $pages }
waiting-none = ✅ Alle, die bezahlt haben, sind verbunden.
waiting-line = <code>{ $customer }</code> { $name }: seit { $since } UTC, Versuche: { $attempts }
button-waiting-retry = 🔁 { $customer }
button-waiting-retry-all = 🔁 Alle noch einmal versuchen
waiting-retried = Wir versuchen es noch einmal
waiting-over = Wartet nicht mehr
waiting-off = Die Vergabe von Zugängen ist ausgeschaltet
button-admin-nodes = 🖥 Knoten
nodes-title = 🖥 <b>Knoten</b> – Seite { $page } von { $pages }
nodes-none = 🖥 Noch keine Knoten: Der Befehl atlas node add fügt sie hinzu.
node-active = in Betrieb
node-draining = ohne neue Kunden
node-disabled = ausgeschaltet
node-removed = entfernt
node-health-healthy = erreichbar
node-health-down = antwortet nicht
node-health-dead = verloren, Kunden sind umgezogen
node-health-unchecked = noch nicht geprüft
node-card =
    🖥 <b>{ $name }</b> · { $location }

    Modus: { $state }
    Verbindung: { $health }
    Geprüft: { $checked }
    Zuletzt gleich mit unserer Liste: { $inStep }
    Kunden: { $customers } von { $capacity }
    Kern: { $core }
node-down-since = Antwortet nicht seit { $at } UTC
node-problem = ⚠️ Die neue Konfiguration wurde nicht angenommen: { $problem }
button-node-active = 🟢 Einschalten
button-node-draining = 🚰 Ohne neue Kunden
button-node-disabled = ⛔️ Ausschalten
button-node-check = 🔍 Jetzt prüfen
button-nodes-check = 🔍 Alle prüfen
node-ask-active = Wieder Kunden auf den Knoten <b>{ $name }</b> lassen?
node-ask-draining = Knoten <b>{ $name }</b> keine neuen Kunden mehr geben? Wer dort ist ({ $customers }), bekommt einen weiteren Server, und dieser läuft weiter.
node-ask-disabled = Knoten <b>{ $name }</b> ausschalten? Er vergisst sofort alle, die dort sind: { $customers }.
node-stranded = ⚠️ Ganz ohne Server bleiben: { $stranded }
node-unknown = Diesen Knoten gibt es nicht
node-check-asked = Die Prüfung läuft: Tippen Sie in ein paar Sekunden auf „Aktualisieren“
fleet-check-asked = Wir prüfen die Knoten: { $nodes }. Das Ergebnis kommt als Nachricht
fleet-checked = 🔍 Alle Knoten sind geprüft: { $nodes }. Gleich mit unserer Liste: { $inStep }, Kunden darauf: { $customers }.
fleet-others = Abweichend oder ohne Antwort: { $names }
button-task = 📋 Aufgabe öffnen
button-task-number = 📋 Aufgabe { $number }
button-task-assign = 👤 Einem Kunden gutschreiben
button-task-resolve = ✅ Aufgabe abschließen
task-since = Eröffnet am { $at } UTC
task-is-done = ✅ Diese Aufgabe ist erledigt
task-money =
    Betrag: <b>{ $amount }</b>
    Telegram-ID des Zahlers: { $payer }
task-ask-text = Schreiben Sie, was getan wurde: Es kommt ins Protokoll.
task-ask-customer = Wem gehört das Geld? Senden Sie die ID oder den @username des Kunden oder die ID einer Zahlung oder Rechnung.
task-ask-reason = Warum diesem Kunden? Schreiben Sie es kurz: Es kommt ins Protokoll.
task-bad-text = Bitte einen Text mit höchstens { $most } Zeichen.
task-close-ask =
    Die Aufgabe mit diesen Worten abschließen?

    <i>{ $text }</i>
task-give-ask =
    <b>{ $amount }</b> dem Kunden <code>{ $customer }</code> { $name } gutschreiben?

    Guthaben: { $before } → { $after }
    Grund: <i>{ $reason }</i>

    Der Kunde bekommt eine Nachricht.
task-unknown = Diese Aufgabe gibt es nicht
task-lost = Das ist veraltet – bitte beginnen Sie noch einmal
task-money-waits = Hier geht es um Geld: Schreiben Sie es dem Kunden gut oder erstatten Sie es
task-refunded = Dieses Geld ist schon erstattet oder wird gerade erstattet
task-no-amount = Diese Zahlung hat keinen Betrag in Rubel: Sie lässt sich nur erstatten
task-amount-changed = Der Betrag ist inzwischen ein anderer – bitte beginnen Sie noch einmal
button-reconciliation = 🧾 Abgleich
button-reconcile = 🧾 Jetzt abgleichen
reconciliation-title = 🧾 <b>Abgleich mit den Zahlungsdiensten</b>
reconciliation-none = Es ist kein Zahlungsdienst angebunden.
reconciliation-never = <b>{ $provider }</b>: noch nie abgeglichen
reconciliation-line =
    <b>{ $provider }</b>: { $at } UTC
    Einträge: { $listed }, nachgebucht: { $settled }, Abweichungen: { $findings }
reconciliation-asked = Der Abgleich läuft: Tippen Sie in einer Minute auf „Aktualisieren“

# Export
export-customers = Kunden
export-subscriptions = Aktive Abos
export-charges = Zahlungen
export-transfers = Buchungen
export-audit = Protokoll
export-caption = 📄 <b>{ $table }</b>: { $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }
export-part = Teil { $part }
button-admin-export = 📤 Export
export-title =
    📤 <b>Export</b>

    Wählen Sie eine Tabelle: Die Datei kommt hierher in den Chat.
export-asked = Die Datei wird erstellt und kommt in diesen Chat
export-failed = ⚠️ Der Export „{ $table }“ ist fehlgeschlagen. Warum, steht im Protokoll des Servers; bitte versuchen Sie es später erneut.
# Störung
incident-banner = ⚠️ { $text }
incident-default = Im Moment kann es zu Störungen kommen. Wir arbeiten daran – Ihr Abo und Ihr Geld sind sicher.
button-admin-incident = 🚨 Störungsmeldung
admin-incident-title = 🚨 <b>Störungsmeldung</b>
admin-incident-on = 🔴 Alle sehen sie – über dem Hauptmenü und im Dienststatus:
admin-incident-off = ⚪️ Ausgeschaltet. Eingeschaltet sehen alle:
admin-incident-by = Zuletzt geändert: <code>{ $actor }</code>, { $at }
button-incident-on = 🔴 Einschalten
button-incident-off = ⚪️ Ausschalten
button-incident-text = ✍️ Text ändern
admin-incident-ask =
    Was sollen die Kunden lesen? Bis zu 1000 Zeichen.
    Doch nicht? /cancel
admin-incident-bad = Bitte einen Text mit 1 bis 1000 Zeichen.
admin-incident-draft = So sehen es alle:
button-incident-save = ✅ Speichern und einschalten
admin-draft-gone = Dieses Formular ist schon geschlossen – hier ist der aktuelle Stand
admin-gone = Das gibt es hier nicht mehr
admin-choose = Bitte wählen Sie mit einer Schaltfläche unten.

# Rabattcodes
button-admin-promos = 🎟 Rabattcodes
admin-promos-title = 🎟 <b>Rabattcodes</b>
admin-promos-none = Noch keine. Möchten Sie den ersten erstellen?
admin-promo-line = <code>{ $code }</code> · −{ $percent } % · { $used } von { $max } · { $until }
promo-no-end = unbefristet
promo-state-active = gilt
promo-state-deactivated = ausgeschaltet
promo-state-expired = abgelaufen
promo-state-spent = aufgebraucht
admin-promo-card =
    <code>{ $code }</code> – { $state }

    Rabatt: <b>{ $percent } %</b>
    Eingelöst: { $used } von { $max }
    Reserviert: { $held }
    Über dem Limit: { $over }
    Gültig bis: { $until }
    Erstellt: { $created }
button-promo-new = ➕ Rabattcode erstellen
button-promo-end = ⏹ Ausschalten
admin-promo-end-ask = <code>{ $code }</code> ausschalten? Niemand kann ihn dann noch neu einlösen, und wieder einschalten lässt er sich nicht. Wer schon einen Preis mit Rabatt gesehen hat, zahlt diesen Preis.
admin-promo-ask-code = Wie soll der Rabattcode heißen? 3 bis 32 lateinische Buchstaben und Ziffern.
admin-promo-ask-percent = Wie viel Prozent Rabatt? Von 0 bis 100.
admin-promo-ask-unit = Wie lange soll er gelten?
admin-promo-ask-hours = Wie viele Stunden?
admin-promo-ask-days = Wie viele Tage?
admin-promo-ask-months = Wie viele Monate? Ein Monat hat 30 Tage.
admin-promo-ask-uses = Wie viele Personen dürfen ihn einlösen?
button-promo-random = 🎲 Zufällig
button-promo-hours = Stunden
button-promo-days = Tage
button-promo-months = Monate
button-promo-unlimited = Unbefristet
button-promo-any-uses = ♾ Ohne Begrenzung
admin-promo-bad-code = Nur lateinische Buchstaben und Ziffern, 3 bis 32 davon.
admin-promo-code-taken = Diesen Rabattcode gibt es schon, und er gilt.
admin-promo-bad-percent = Bitte eine ganze Zahl von 0 bis 100.
admin-promo-bad-time = Bitte eine ganze Zahl ab 1, insgesamt höchstens zehn Jahre.
admin-promo-bad-uses = Bitte eine ganze Zahl von 1 bis zu einer Million.
admin-promo-summary =
    🎟 <code>{ $code }</code>

    Rabatt: <b>{ $percent } %</b>
    Einlösungen: { $max }
    Gültig bis: { $until }

    Stimmt alles?
button-promo-create = ✅ Erstellen

# Rundschreiben in der Verwaltung
button-broadcasts = 📣 Rundschreiben
admin-broadcasts-title = 📣 <b>Rundschreiben</b>
admin-broadcasts-none = Noch keine.
admin-broadcasts-signs = 📝 Entwurf · ▶️ läuft · ⏸ angehalten · ✅ abgeschlossen · 🚫 abgebrochen
button-broadcast-new = ➕ Neues Rundschreiben
button-broadcast-unsubscribed = 🎯 An alle ohne Abo
button-broadcast-tests = 📊 A/B-Tests
button-broadcast-test = 📊 Texte vergleichen
button-broadcast-start = 🚀 Senden
button-broadcast-preview = 👀 Noch einmal zeigen
button-broadcast-open = 📣 Zur Rundnachricht
operator-broadcast-previewed = 👀 „{ $title }“: So sehen es die Kunden, siehe oben.
operator-broadcast-previewed-ab = 👀 „{ $title }“: Oben stehen beide Texte, zuerst A, dann B.
button-broadcast-pause = ⏸ Anhalten
button-broadcast-resume = ▶️ Fortsetzen
button-broadcast-cancel = 🚫 Rundschreiben abbrechen
button-broadcast-one = Ein Text
button-broadcast-ab = A/B: zwei Texte, halb und halb
broadcast-state-draft = Entwurf
broadcast-state-running = läuft
broadcast-state-paused = angehalten
broadcast-state-done = abgeschlossen
broadcast-state-cancelled = abgebrochen
broadcast-kind-info = ℹ️ Neuigkeit
broadcast-kind-maintenance = 🛠 Wartung
broadcast-kind-security = 🔒 Sicherheit
broadcast-kind-promo = 🎁 Aktion
broadcast-segment-all = 👥 Alle
broadcast-segment-active = 🟢 Mit Abo
broadcast-segment-no-subscription = 🎯 Ohne Abo
admin-broadcast-card =
    <b>{ $title }</b> – { $state }

    Art: { $kind }
    An: { $segment }
    Erstellt: { $created }
admin-broadcast-reach =
    { $count ->
        [one] Jetzt bekäme es { $count } Kunde.
       *[other] Jetzt bekämen es { $count } Kunden.
    }
admin-broadcast-preview-comes = Die Vorschau kommt gleich in diesen Chat.
admin-broadcast-previewed = Die Vorschau wurde gezeigt – Sie können senden.
admin-broadcast-progress =
    Empfänger: { $recipients }
    Gesendet: { $sent }
    Warten: { $waiting }
    Nicht zugestellt: { $failed }
    Unbekannt: { $unknown }
    Übersprungen: { $skipped }
admin-broadcast-listing = Die Liste der Empfänger entsteht noch.
admin-broadcast-left = Noch etwa { $minutes } Min.
admin-broadcast-start-ask =
    { $count ->
        [one] „{ $title }“ an { $count } Kunden senden?
       *[other] „{ $title }“ an { $count } Kunden senden?
    }
admin-broadcast-cancel-ask = „{ $title }“ abbrechen? Was schon gesendet ist, bleibt bei den Kunden; fortsetzen lässt es sich nicht mehr.
admin-broadcast-not-now = Das geht gerade nicht – hier ist der aktuelle Stand
admin-broadcast-not-previewed = Zuerst die Vorschau: Sie kommt in wenigen Sekunden. Wenn nicht, tippen Sie auf „Noch einmal zeigen“.
admin-broadcast-not-taken = Telegram nimmt diesen Text nicht an – der Grund steht unten
admin-broadcast-tests-title = 📊 <b>A/B-Tests</b>
admin-broadcast-tests-none = Noch keine: Wählen Sie „A/B“ in einem neuen Rundschreiben.
admin-broadcast-test-line =
    <b>{ $title }</b> · { $at }
    A – { $a } ({ $partA } %), B – { $b } ({ $partB } %)
admin-broadcast-test-title = 📊 <b>{ $title }</b>
admin-broadcast-variant =
    <b>Text { $variant }</b> – gesendet: { $sent } ({ $part } %)
    Empfänger: { $recipients }, nicht zugestellt: { $failed }, unbekannt: { $unknown }
admin-broadcast-test-total = Insgesamt gesendet: { $sent } von { $recipients }.
admin-broadcast-ask-title = Wie heißt das Rundschreiben? Eine Zeile mit bis zu 100 Zeichen, die Kunden sehen sie.
admin-broadcast-ask-ab = Ein Text für alle, oder vergleichen wir zwei?
admin-broadcast-ask-text = Senden Sie den Text, bis zu 3900 Zeichen. Fettschrift, Links und andere Formatierungen bleiben erhalten.
admin-broadcast-ask-text-a = Senden Sie Text A, bis zu 3900 Zeichen. Formatierungen bleiben erhalten.
admin-broadcast-ask-text-b = Jetzt Text B.
admin-broadcast-ask-kind = Was für eine Nachricht ist es? Davon hängt das Zeichen vor dem Titel ab.
admin-broadcast-ask-segment = Wer soll es bekommen? Danach sehen Sie eine Vorschau – gesendet wird noch nichts.
admin-broadcast-bad-title = Bitte eine Zeile mit höchstens 100 Zeichen.
admin-broadcast-bad-text = Bitte einen Text mit höchstens 3900 Zeichen.
admin-broadcast-bad-text-b = Bitte einen Text mit höchstens 3900 Zeichen, der nicht derselbe ist wie A.

# Empfehlungen in der Verwaltung
button-admin-referrals = 🤝 Empfehlungen
admin-referrals-totals =
    🤝 <b>Empfehlungsprogramm</b>

    Werbende: { $referrers }
    Eingeladen: { $invited }, davon zahlen: { $paying }
    Umsatz durch Eingeladene: { $revenue }
    Cashback: { $cashback }
    Im Schnitt je Werbendem: { $average }
admin-referrals-top = <b>Am meisten Umsatz</b>
admin-referrals-none = Bisher hat niemand jemanden eingeladen.
admin-referrals-by-revenue = 🤝 <b>Nach Umsatz</b>
admin-referrals-by-invited = 🤝 <b>Nach Zahl der Eingeladenen</b>
admin-referrals-by-cashback = 🤝 <b>Nach Cashback</b>
admin-referrer-line = { $place }. { $name } – { $invited } (davon zahlen { $paying }) · { $revenue } · Cashback { $cashback }
button-referral-by-revenue = 💰 Nach Umsatz
button-referral-by-invited = 👥 Nach Eingeladenen
button-referral-by-cashback = 🎁 Nach Cashback
button-referral-history = 🧾 Prämien
button-referral-search = 🔎 Suchen
admin-rewards-title = 🧾 <b>Prämien</b>
admin-rewards-none = Noch keine Prämien.
admin-reward-line = { $at } · <code>{ $referrer }</code> +{ $amount } ({ $percent } %) für { $base } von <code>{ $buyer }</code>
admin-referrer-reward = { $at } · +{ $amount } ({ $percent } %) für { $base } von <code>{ $buyer }</code>
admin-referrer-ask = Senden Sie die ID oder den @username der gesuchten Person.
admin-referrer-nobody = Dieser Kunde hat noch niemanden eingeladen.
admin-referrer-card =
    🤝 <b>{ $name }</b> · <code>{ $id }</code>

    Stufe: { $level }, { $percent } %
    Eingeladen: { $invited }, davon zahlen: { $paying }
    Umsatz: { $revenue }
    Cashback: { $cashback }

# Musternachrichten
button-admin-samples = 🧪 Musternachrichten
admin-samples-title =
    🧪 <b>Musternachrichten</b>

    Tippen Sie, und der Bot schickt Ihnen die Nachricht so, wie Kunden sie sehen. Niemand sonst bekommt sie.
admin-sample-sent = Das Muster wurde Ihnen geschickt
sample-mark = 🧪 <b>Muster.</b> Beträge, Daten und Schlüssel sind erfunden.
sample-trial-started = Beginn der Testphase
sample-payment-new = Erster Kauf
sample-access-ready = Schlüssel ist bereit
sample-payment-renewal = Verlängerung
sample-renewed = Automatisch verlängert
sample-renewal-short = Guthaben reicht nicht
sample-ends-in-3-days = Noch 3 Tage
sample-ends-in-24-hours = Noch ein Tag
sample-ends-in-6-hours = Noch 6 Stunden
sample-ends-in-3-hours = Noch 3 Stunden
sample-ended = Abo ist zu Ende
sample-trial-first-hours = Test: 6 Stunden
sample-trial-third-day = Test: 48 Stunden
sample-trial-last-hours = Test: endet bald
sample-trial-ended = Test ist zu Ende
sample-wallet-credited = Aufladung
sample-wallet-adjusted = Guthaben korrigiert
sample-traffic-used-up = Volumen aufgebraucht
sample-referral-joined = Freund ist da
sample-referral-trial = Freund testet
sample-commission-paid = Cashback
sample-withdrawal-approved = Auszahlung genehmigt
sample-withdrawal-rejected = Auszahlung abgelehnt
sample-refunded = Erstattung
# Kunden
button-people = 👤 Kunden
people-ask = 🔎 Senden Sie eine ID, einen @username oder die Nummer einer Rechnung oder Zahlung.
people-lost = Das Begonnene ist verloren gegangen – bitte beginnen Sie noch einmal.
people-changed = Inzwischen hat sich etwas geändert: Sehen Sie sich die Karte an und entscheiden Sie noch einmal.
people-no-access = Es gibt kein laufendes Abo
person-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>
person-since = Bei uns seit { $date }, Sprache: { $language }
person-unreachable = 🔕 Der Bot ist blockiert: Nachrichten kommen nicht an
person-access-none = Hatte noch nie ein Abo
person-access-active = ✅ { $plan } bis { $until } UTC
person-access-preparing = ⏳ { $plan } bis { $until } UTC, der Schlüssel wird vorbereitet
person-access-ended = ⌛️ { $plan } endete am { $until } UTC
person-key =
    🔑 Der Schlüssel ist verborgen, { $count ->
        [0] nie ersetzt
        [one] { $count }-mal ersetzt
       *[other] { $count }-mal ersetzt
    }
person-key-changing = 🔄 Der Schlüssel wird ersetzt: Die Knoten haben es noch nicht bestätigt
person-renewals = 🔁 Verlängerungen: { $count }
person-vip = 👑 VIP
person-discount = 🏷 { $percent } % Rabatt, unbefristet
person-discount-until = 🏷 { $percent } % Rabatt bis { $until } UTC
person-balance = 💰 Guthaben: { $amount }
person-debt = ⚠️ Schuld: { $amount }
button-other-person = 🔎 Anderer Kunde
button-gift = 🎁 Zugang geben
button-revoke = ⛔️ Zugang beenden
button-rekey = 🔑 Schlüssel ersetzen
button-rekey-runs = 🔄 Schlüssel wird ersetzt…
gift-plan = 🎁 Welcher Tarif soll es sein?
gift-length = 🎁 { $plan }: für wie lange?
length-m =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
length-h =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
length-d =
    { $count ->
        [365] 1 Jahr
        [one] { $count } Tag
       *[other] { $count } Tage
    }
button-gift-m = ✍️ Minuten
button-gift-h = ✍️ Stunden
button-gift-d = ✍️ Tage
gift-type-m = Wie viele Minuten? Senden Sie eine Zahl.
gift-type-h = Wie viele Stunden? Senden Sie eine Zahl.
gift-type-d = Wie viele Tage? Senden Sie eine Zahl.
gift-bad-count = Bitte eine ganze Zahl über null, und nicht mehr als zehn Jahre.
gift-tell = 🎁 { $plan }, { $length }. Dem Kunden Bescheid geben?
button-tell = 🔔 Bescheid geben
button-tell-not = 🔕 Nicht Bescheid geben
gift-ask =
    🎁 <b>{ $plan }, { $length }</b>

    Derzeit bis: { $before }
    Dann bis: { $after } UTC
gift-no-end = kein Abo
gift-told = 🔔 Der Kunde bekommt eine Nachricht.
gift-told-not = 🔕 Der Kunde bekommt keine Nachricht.
revoke-tell = ⛔️ Zugang beenden. Dem Kunden Bescheid geben?
revoke-ask =
    ⛔️ <b>{ $plan } beenden?</b>

    Derzeit bis: { $before }
    Endet: sofort
rekey-ask = 🔑 Den Schlüssel vom { $issued } UTC ersetzen? Der alte gilt nicht mehr, sobald die Knoten den neuen kennen, und der Kunde bekommt eine Nachricht.
rekey-runs = Der Schlüssel wird schon ersetzt: Die Knoten haben den neuen noch nicht bestätigt
notice-access-granted =
    🎁 <b>Wir haben Ihnen Zugang geschenkt</b>

    { $plan } gilt bis { $until } UTC.
notice-access-revoked =
    ⛔️ <b>Wir haben Ihr Abo beendet</b>

    Wenn das unerwartet kommt, schreiben Sie uns – wir klären das.
notice-key-reissued =
    🔑 <b>Wir haben Ihren Schlüssel ersetzt</b>

    Der alte gilt nicht mehr. Ist Ihre App über den Link verbunden, aktualisiert sie sich von selbst; haben Sie den Schlüssel von Hand eingefügt, nehmen Sie jetzt den neuen:
person-history = 🧾 <b>Verlauf von <code>{ $id }</code></b>, Seite { $page }
person-grant = { $what }, { $plan } bis { $until }
person-act-access-revoked = ⛔️ Zugang beendet
person-act-access-adopted = Zugang aus dem früheren Bot übernommen
person-act-credential-reissued = 🔑 Schlüssel ersetzt
person-act-discount-granted = 🏷 Rabatt gegeben
person-act-discount-ended = 🏷 Rabatt beendet
person-line = { $what }: { $amount }
person-note = „{ $note }“
person-line-charge-received = 💰 Zahlung
person-line-purchase = 🛒 Kauf
person-line-commission-paid = 🎁 Prämie
person-line-commission-clawed = 🎁 Prämie zurückgebucht
person-line-refund-clawed = ↩️ Geld erstattet
person-line-withdrawal-held = 💸 Auszahlung beantragt
person-line-withdrawal-returned = 💸 Auszahlung abgelehnt
person-line-adjustment = ✏️ Guthaben korrigiert
person-line-receivable-collected = mit der Schuld verrechnet
people-done-before = Das ist schon erledigt
button-discount = 🏷 Rabatt geben
button-discount-end = 🏷 Rabatt beenden
button-vip-give = 👑 VIP geben
button-vip-take = 👑 VIP entziehen
button-type = ✍️ Eingeben
button-wallet-in = ➕ Gutschreiben
button-wallet-out = ➖ Abbuchen
discount-percent = 🏷 Wie viel Rabatt?
discount-type = Wie viel Prozent? Senden Sie eine Zahl von 1 bis 99.
discount-bad-percent = Bitte eine ganze Zahl von 1 bis 99.
discount-days = 🏷 { $percent } % Rabatt: für wie lange?
discount-type-days = Für wie viele Tage? Senden Sie eine Zahl; 0 heißt unbefristet.
discount-bad-days = Bitte eine ganze Zahl von Tagen, höchstens zehn Jahre; 0 heißt unbefristet.
discount-for-good = Unbefristet
discount-ask = 🏷 { $percent } % Rabatt geben, Laufzeit: { $days }?
discount-exists = Es gibt schon einen Rabatt: Beenden Sie ihn zuerst
discount-end-ask = 🏷 Den Rabatt von { $percent } % beenden?
wallet-amount-in = ➕ Wie viel gutschreiben? Das Guthaben beträgt { $balance }. Senden Sie einen Betrag in Rubel.
wallet-amount-out = ➖ Wie viel abbuchen? Das Guthaben beträgt { $balance }. Senden Sie einen Betrag in Rubel.
wallet-bad-amount = Bitte einen Betrag über null und höchstens eine Million, zum Beispiel 150 oder 99,50.
wallet-holds-less = So viel Guthaben ist nicht da.
wallet-reason-in = Wofür schreiben wir { $amount } gut? Der Kunde sieht diese Worte.
wallet-reason-out = Wofür buchen wir { $amount } ab? Der Kunde sieht diese Worte.
wallet-bad-reason = Es braucht einen Grund, mit höchstens { $max } Zeichen.
wallet-ask-in = ➕ <b>{ $amount } dem Kunden { $id } gutschreiben?</b>
wallet-ask-out = ➖ <b>{ $amount } beim Kunden { $id } abbuchen?</b>
wallet-ask-balance = Guthaben: { $before } → { $after }
wallet-ask-debt = Zuerst mit der Schuld verrechnet: { $amount }
wallet-ask-reason = Grund: { $reason }
button-keys = 🔑 Schlüssel
keys-title = 🔑 <b>Schlüssel</b>
keys-never = Die Schlüssel wurden noch nie bei allen ersetzt.
keys-running = 🔄 Sie werden bei allen ersetzt, seit { $started } UTC
keys-cancelled = ⏹ Zuletzt am { $started } UTC begonnen und angehalten
keys-done = ✅ Zuletzt am { $started } UTC bei allen ersetzt
keys-listing = Die Liste entsteht noch.
keys-counts =
    Insgesamt: { $total }
    Fertig: { $done }
    Übersprungen: { $skipped }
    Fehlgeschlagen: { $failed }
    Noch offen: { $left }
keys-time-left =
    { $minutes ->
        [one] Noch etwa { $minutes } Minute
       *[other] Noch etwa { $minutes } Minuten
    }
keys-as-of = Stand: { $at } UTC
button-rekey-one = 🔎 Bei einem Kunden
button-rekey-all = 🔁 Bei allen auf einmal
button-rekey-stop = ⏹ Anhalten
button-rekey-all-yes = 🔁 Ja, bei allen ersetzen
button-continue = Weiter
keys-ask =
    🔁 <b>Die Schlüssel bei allen ersetzen?</b>

    { $count ->
        [one] Einen neuen Schlüssel bekommt { $count } Kunde mit laufendem Abo.
       *[other] Einen neuen Schlüssel bekommen { $count } Kunden mit laufendem Abo.
    }
    Jeder bekommt eine Nachricht. Der alte Schlüssel gilt nicht mehr, sobald die Knoten den neuen kennen.
keys-ask-again = Wer den Schlüssel von Hand eingefügt hat, ist ohne VPN, bis der neue eingefügt ist. Wirklich bei allen ersetzen?
keys-old-question = Die Frage ist veraltet: Sehen Sie noch einmal nach, wie viele Kunden es sind
keys-runs = Die Schlüssel werden schon ersetzt
keys-stop-ask = Anhalten? Wer schon einen neuen Schlüssel hat, behält ihn.
keys-report-done = ✅ <b>Die Schlüssel sind bei allen ersetzt</b>
keys-report-cancelled = ⏹ <b>Das Ersetzen der Schlüssel ist angehalten</b>
keys-failed = Fehlgeschlagen bei: { $ids }
