language-name = 🇹🇯 Тоҷикӣ
language-prompt = Забонро интихоб кунед
language-saved = Забон сабт шуд

menu-welcome =
    👋 <b>{ $name }</b>, ин <b>Atlas Secure</b> — VPN-и тез ва боэътимод.

    Тарифро интихоб кунед, бо чанд ламс пардохт кунед ва дар чанд сония пайваст шавед.
menu-active =
    👋 <b>{ $name }</b>, Шумо дар ҳимояи <b>Atlas Secure</b> ҳастед.

    ✅ Обуна то <b>{ $until }</b> фаъол аст
button-buy = 🛒 Харидани обуна
button-renew = 🔄 Тамдиди обуна
button-profile = 👤 Профил
button-top-up = 💳 Пур кардани баланс
button-instruction = 📲 Тарзи пайвастшавӣ
button-help = 💬 Дастгирӣ
button-info = ℹ️ Дар бораи хизмат
button-language = 🌐 Забон
button-back = ⬅️ Бозгашт
button-menu = 🏠 Менюи асосӣ
button-plans = 🛒 Ба тарифҳо
button-referrals = 🎁 Даъвати дӯстон
button-promo = 🎟 Ворид кардани промокод
button-withdraw = 💸 Гирифтани пул
button-retry = 🔁 Кӯшиши дубора

plan-basic = Basic
plan-plus = Plus
plans-title =
    <b>Тарифро интихоб кунед</b>

    🔹 <b>Basic</b> — барои корҳои ҳаррӯза: сайтҳо, мессенҷерҳо, видео.

    🔸 <b>Plus</b> — сервери афзалиятнок ва суръати устувор.

    Ба ҳар кас як калид, то 5 дастгоҳ.
plan-button = { $plan } — аз { $price }
period-title =
    Тарифи <b>{ $plan }</b>

    Ба кадом муҳлат?
period-months = { $months ->
        [one] { $months } моҳ
       *[other] { $months } моҳ
    }
period-button = { $period } — { $price }
discount-promo = 🎟 Промокоди <b>{ $code }</b>: { $percent }% тахфиф
discount-promo-nameless = 🎟 Тахфиф бо промокод: { $percent }%
discount-vip = 👑 Тахфифи VIP: { $percent }%
discount-personal = 🤝 Тахфифи шахсии Шумо: { $percent }%
promo-gone = Ин промокодро дигар истифода бурдан мумкин нест — нарх бе он ҳисоб шуд.
promo-ask =
    🎟 <b>Промокод</b>

    Кодро бо паём фиристед — ва нархҳоро бо тахфиф дарҳол мебинед.
promo-ask-again =
    🎟 Ҳоло промокоди <b>{ $code }</b> татбиқ шудааст: { $percent }% тахфиф.

    Барои иваз кардан коди дигар фиристед ё ба тарифҳо баргардед.
promo-bad =
    Ин промокод мувофиқ нест: шояд дар он хато ҳаст, муҳлаташ гузаштааст ё Шумо аллакай онро истифода бурдаед.

    Дигарашро фиристед ё ба тарифҳо баргардед.
promo-applied = ✅ Промокоди <b>{ $code }</b> қабул шуд: { $percent }% тахфиф. Он 5 дақиқа амал мекунад — тарифро интихоб кунед.
promo-smaller = ℹ️ Тахфифи худи шумо { $own } % зиёдтар аст. То рамз амал мекунад — чанд дақиқа — нарх аз рӯи он ҳисоб мешавад.
method-head = Тарифи <b>{ $plan }</b>, { $period }
method-price = Барои пардохт: <b>{ $price }</b>
method-price-reduced = Барои пардохт: <b>{ $price }</b> ба ҷойи <s>{ $listPrice }</s>
method-balance = Дар баланс: { $balance }
method-ask = Чӣ тавр пардохт кардан ба Шумо қулай аст?
button-pay-wallet = 👛 Аз баланс ({ $balance })
button-pay-card = 💳 Бо корти бонкӣ
button-pay-yookassa = 🏦 YooKassa: корт ё SBP
button-pay-crypto = 💎 Бо криптовалюта
button-pay-stars = ⭐️ Бо ситораҳои Telegram
button-pay-free = 🎁 Ройгон гирифтан
below-minimum = Бо ин тарз ҳадди ақал { $minimum } пардохтан мумкин аст. Тарзи дигарро интихоб кунед.
quote-refreshed = Нарх нав шуд — санҷед ва тасдиқ кунед
wallet-short =
    Дар баланс <b>{ $shortage }</b> намерасад.

    Нарх: { $price }
    Баланс: { $balance }
purchase-done =
    ✅ <b>Пардохт шуд</b>

    Обуна то <b>{ $until }</b> фаъол аст
    Дар баланс монд: { $balance }
purchase-free-done =
    🎁 <b>Тайёр, пардохт лозим нест</b>

    Обуна то <b>{ $until }</b> фаъол аст
purchase-key-follows = 🔑 Калид бо паёми навбатӣ меояд.

invoice-title =
    <b>Суратҳисоб ба маблағи { $price }</b>
    { $what }
invoice-how-crypto = «Пардохт»-ро пахш кунед, асъорро интихоб кунед ва интиқолро тасдиқ намоед. Ҳамин ки пул расид, ба Шумо менависем — дигар чизеро пахш кардан лозим нест.
invoice-how-yookassa = «Пардохт»-ро пахш кунед — саҳифаи YooKassa кушода мешавад: он ҷо бо корт, тавассути SBP ё аз ҳамён пардохтан мумкин аст. Ҳамин ки пул расид, ба Шумо менависем.
invoice-how-card = Суратҳисоб дар паёми поён аст: дар он «Пардохт»-ро пахш кунед ва маълумоти кортро ворид кунед. Ҳамин ки пардохт гузашт, ба Шумо менависем.
invoice-how-stars = Суратҳисоб ба { $stars ->
        [one] { $stars } ситора
       *[other] { $stars } ситора
    } дар паёми поён аст: дар он «Пардохт»-ро пахш кунед. Ҳамин ки пардохт гузашт, ба Шумо менависем.
invoice-left =
    Суратҳисоб боз { $minutes ->
        [one] { $minutes } дақиқа
       *[other] { $minutes } дақиқа
    } эътибор дорад.
invoice-what-purchase = Тарифи { $plan }, { $period }
invoice-what-top-up = Пур кардани баланс
invoice-description-purchase = Atlas Secure: { $plan }, { $period }
invoice-description-top-up = Atlas Secure: пур кардани баланс
button-pay-now = 💳 Пардохти { $price }
button-check-payment = 🔎 Санҷидани пардохт
button-cancel-invoice = ✖️ Бекор кардани суратҳисоб
invoice-not-paid-yet = Пардохт ҳоло нарасидааст. Одатан ин то як дақиқа вақт мегирад.
invoice-already-paid = Пардохт қабул шуд ✅
invoice-cancelled = Суратҳисоб бекор шуд. Агар онро пардохта бошед ҳам, пулатон гум намешавад.
invoice-gone = Ин суратҳисоб аллакай баста шудааст
provider-away =
    Хадамоти пардохт ҳоло ҷавоб намедиҳад. Пул гирифта нашуд.

    Баъд аз як дақиқа боз кӯшиш кунед ё тарзи дигарро интихоб кунед.

top-up-title =
    <b>Пур кардани баланс</b>
    Ҳоло: { $balance }

    Маблағро интихоб кунед
button-top-up-custom = ✍️ Маблағи дигар
top-up-ask = Маблағро бо рубл нависед: аз 100 то 100 000
top-up-bad-amount = Адади бутун бо рубл лозим аст: аз 100 то 100 000. Масалан: 500
top-up-method-title =
    Пур кардани баланс ба <b>{ $price }</b>

    Тарзи пардохтро интихоб кунед

profile-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>

    👛 Баланс: <b>{ $balance }</b>
profile-none = 🔒 Ҳоло обуна нест
profile-ended = ⌛️ Обуна { $until } тамом шуд
profile-preparing = ⏳ То <b>{ $until }</b> UTC пардохт шудааст. Калидатонро тайёр мекунем — ин чанд сония вақт мегирад.
profile-active = ✅ Обуна то <b>{ $until }</b> UTC фаъол аст
profile-held = 💸 Мунтазири баровардан: <b>{ $amount }</b>
button-key = 🔑 Нишон додани калид
button-qr = 📷 QR-код
key-message = 🔑 Калиди Шумо — барои нусха гирифтан пахш кунед:
key-sent = Калид бо паём фиристода шуд
key-none = Ҳоло обунаи фаъол нест
key-preparing = Калид ҳанӯз тайёр мешавад — онро ба ҳамин ҷо мефиристем
qr-caption = Кодро дар барнома скан кунед

notice-payment-new =
    ✅ <b>Пардохти { $price } қабул шуд</b>

    Обуна то <b>{ $until }</b> фаъол аст. Калид бо паёми навбатӣ меояд.
notice-payment-renewal =
    ✅ <b>Пардохти { $price } қабул шуд</b>

    Обуна то <b>{ $until }</b> тамдид шуд. Калид тағйир намеёбад.
notice-payment-late = Суратҳисоб то он вақт баста шуда буд, аммо пардохтро қабул кардем.
notice-payment-excess = Шумо аз маблағи суратҳисоб зиёдтар пардохтед: { $excess } дар балансатон монд.
notice-wallet-credited =
    💰 <b>Баланс ба { $price } пур шуд</b>

    Ҳоло дар баланс { $balance }
notice-already-paid =
    💰 <b>Пардохти { $price } қабул шуд — ба баланс</b>

    Ин суратҳисоб аллакай пардохта шуда буд, бинобар ин пул аз они Шумо монд. Ҳоло дар баланс { $balance }
notice-underpaid =
    💰 <b>{ $price } расид — камтар аз маблағи суратҳисоб</b>

    Пул гум нашуд: он дар баланс аст, ҳоло он ҷо { $balance }
notice-commission =
    🎁 <b>Шумо { $amount } гирифтед</b>

    Дӯстатон обуна харид ё балансашро пур кард — ин { $percent }% аз маблағ аст. Пул аллакай дар баланс аст.

    Сатҳи Шумо: { $level }
notice-referral-joined =
    👋 <b>Бо пайванди Шумо дӯсти нав омад</b>

    Аз ҳар пардохти ӯ фоиз мегиред.
notice-withdrawal-approved =
    ✅ <b>Гирифтани { $amount } тасдиқ шуд</b>

    Пул дар давоми 3 рӯзи корӣ мерасад.
notice-withdrawal-rejected =
    ↩️ <b>Гирифтани { $amount } рад шуд</b>

    Пул ба баланс баргашт.
notice-withdrawal-reason = Сабаб: { $reason }
notice-withdrawal-contact = Агар савол дошта бошед, ба дастгирӣ нависед.
notice-refunded = ↩️ <b>Пардохт баргардонида шуд: { $amount }</b>
notice-refunded-wallet = Аз баланс { $amount } гирифта шуд.
notice-refunded-debt = Боз { $amount } аз воридоти навбатии баланс гирифта мешавад.
notice-refunded-shortened = Обуна акнун то <b>{ $until }</b> амал мекунад.
notice-refunded-over = Обунаи ин пардохт ба охир расид.
notice-refunded-kept = Муҳлати обуна тағйир наёфт.
notice-adjusted-up =
    💰 <b>Ба баланс { $amount } илова шуд</b>

    Сабаб: { $reason }
    Ҳоло дар баланс { $balance }
notice-adjusted-down =
    💰 <b>Аз баланс { $amount } гирифта шуд</b>

    Сабаб: { $reason }
    Ҳоло дар баланс { $balance }
notice-traffic-used-up =
    📶 <b>Трафик тамом шуд: { $limit } ГБ</b>

    Пайвастшавӣ муваққатан қатъ шуд, калид тағйир намеёбад.
notice-traffic-resets = Он { $date } худаш аз нав ба кор медарояд.
notice-traffic-support = Барои гирифтани бештар ба дастгирӣ нависед.
notice-access-ready =
    🎉 <b>Обуна тайёр аст</b> — то { $until }

    🔑 Калиди Шумо, барои нусха гирифтан пахш кунед:

instruction-text =
    📲 <b>Тарзи пайвастшавӣ</b>

    1. Барномаи <b>v2RayTun</b>-ро ба дастгоҳатон насб кунед.
    2. Дар ҳамин бот профилро кушоед ва аз калид нусха гиред.
    3. Дар барнома «+»-ро пахш кунед ва «Воридот аз буфер»-ро интихоб намоед.
    4. Пайвастшавиро фаъол кунед.

    Пайваст намешавад? Барномаро навсозӣ кунед, сана ва вақти дастгоҳро санҷед ва ба мо нависед.
button-ios = 🍏 iPhone ва iPad
button-android = 🤖 Android
button-desktop = 💻 Компютер
help-text =
    💬 <b>Дастгирӣ</b>

    Нависед, ки чӣ шуд, — ёрӣ медиҳем.
button-help-contact = Ба дастгирӣ навиштан
info-text =
    ℹ️ <b>Atlas Secure</b>

    VPN бо протоколи VLESS. Мо сайтҳои дидаи Шуморо сабт намекунем ва ҳар пардохтатонро дар дафтари ҳисоби мо санҷидан мумкин аст.

error-try-later = Хатое рӯй дод. Мо аллакай хабар дорем; каме баъдтар кӯшиш кунед.
error-stale = Ин тугма кӯҳна шудааст — ана экрани нав
too-often =
    Хеле зуд-зуд. Баъд аз { $seconds ->
        [one] { $seconds } сония
       *[other] { $seconds } сония
    } боз кӯшиш кунед.
payments-off = ⏸ Пардохт муваққатан қатъ шудааст. Пули балансатон дар ҷояш аст ва он чи аллакай пардохтаед, ҳисоб карда мешавад. Каме баъдтар кӯшиш кунед.
unknown-text = Ман тугмаҳо ва фармонҳоро мефаҳмам. Менюи асосӣ — бо тугмаи поён.

command-start = Менюи асосӣ
command-profile = Профил ва калид
command-buy = Харидан ё тамдид кардан
command-referral = Даъвати дӯстон
command-instruction = Тарзи пайвастшавӣ
command-help = Дастгирӣ
command-info = Дар бораи хизмат
command-language = Забон

referral-title =
    🎁 <b>Дӯстонро даъват кунед — аз ҳар пардохташон { $percent }% гиред</b>

    Пайванди Шумо:
    <code>{ $link }</code>

    Сатҳ: <b>{ $level }</b>
    Бо пайванд омаданд: { $invited }
    Аз онҳо пардохт мекунанд: { $paying }
    Даромад: <b>{ $earned }</b>
referral-to-next = { $missing ->
        [one] То сатҳи навбатӣ { $missing } дӯсти пардохткунанда намерасад
       *[other] То сатҳи навбатӣ { $missing } дӯсти пардохткунанда намерасад
    }
referral-highest = Ин сатҳи баландтарин аст 🏆
referral-level-silver = Silver Access
referral-level-gold = Gold Access
referral-level-platinum = Platinum Access
button-share = 📤 Фиристодани пайванд
referral-share-text = VPN-и тез ва боэътимод — Atlas Secure

withdrawal-ask =
    💸 <b>Гирифтани пул</b>

    Дар баланс { $balance }. Маблағро нависед: на камтар аз { $minimum } ва на зиёдтар аз баланс.
withdrawal-too-little = Аз { $minimum } сар карда гирифтан мумкин аст. Ҳоло дар баланс { $balance }.
withdrawal-waits =
    Ҳоло { $amount } гирифтан мумкин аст: мукофоти дӯстро { $days ->
        [one] { $days } рӯз
       *[other] { $days } рӯз
    } баъд аз пардохти ӯ гирифтан мумкин аст. Ба обуна онро дарҳол сарф кардан мумкин аст.
withdrawal-bad-amount = Маблағро хонда натавонистем. Онро бо рақам нависед, масалан: 1500 ё 1500,50
withdrawal-below-minimum = Ин аз ҳадди ақал кам аст: аз { $minimum } сар карда гирифтан мумкин аст. Маблағи дигар нависед.
withdrawal-above-balance = Дар баланс ҳамагӣ { $balance } ҳаст. Маблағи камтар нависед.
withdrawal-ask-details =
    <b>{ $amount }</b> мефиристем.

    Ба куҷо? Дар як паём рақами корт ё телефон барои SBP, бонк ва номи гирандаро нависед.
withdrawal-bad-details = Аз 5 то 500 аломат лозим аст: рақами корт ё телефон, бонк ва номи гиранда.
withdrawal-confirm =
    💸 <b>Дархостро санҷед</b>

    Маблағ: <b>{ $amount }</b>
    Ба куҷо: <code>{ $preview }</code>

    Пас аз тасдиқ ин маблағ то қабули қарор дар баланс нигоҳ дошта мешавад — одатан дар давоми як рӯз.
button-withdraw-send = ✅ Тасдиқ кардан
button-cancel = ✖️ Бекор кардан
withdrawal-sent =
    ✅ <b>Дархост барои { $amount } қабул шуд</b>

    Онро месанҷем ва ба Шумо менависем. Дар баланс { $balance } монд.
withdrawal-debt = Аввал қарзи пардохти баргардонидашударо бастан лозим аст — ба дастгирӣ нависед, ёрӣ медиҳем.
withdrawal-short = Пули баланс дигар намерасад: ҳоло он ҷо { $balance }.
withdrawal-lost = Дархост кӯҳна шуд — лутфан аз нав сар кунед
withdrawal-decided = Ин дархости баровардани пул аллакай баррасӣ шудааст

admin-title =
    🛠 <b>Лавҳаи мағоза</b>
    Нақши шумо: { $role }

    Дархостҳои пул дар интизори қарор: { $withdrawals }
    Вазифаҳои кушода: { $tasks }
button-admin = 🛠 Ба аввал
button-admin-withdrawals = 💸 Дархостҳои пул
button-admin-tasks = 📋 Вазифаҳо
admin-withdrawals-title = 💸 <b>Дархостҳои пул дар интизори қарор</b> — саҳ. { $page } аз { $pages }
admin-withdrawals-none = 💸 Дархости пул дар интизори қарор нест.
admin-withdrawal-line = { $amount } · { $customer } · { $at }
admin-withdrawal-card =
    💸 <b>Гирифтани { $amount }</b>

    Мизоҷ: <code>{ $customer }</code>
    Дар баланс монд: { $balance }
    Дархост: <code>{ $id }</code>
admin-withdrawal-approvals = Розигӣ: { $given } аз { $needed } — маъмурони гуногун лозиманд
admin-withdrawal-details = Реквизитҳо: <code>{ $details }</code>
admin-withdrawal-approved = ✅ Тасдиқ шуд. Пулро ба мизоҷ гузаронед.
admin-withdrawal-rejected = ↩️ Рад шуд, пул ба баланси мизоҷ баргашт.
admin-withdrawal-reject-ask =
    Гирифтани <b>{ $amount }</b> рад карда шавад? Пул ба баланси мизоҷ бармегардад ва ӯ сабабро мебинад.
admin-withdrawal-approve-ask =
    Баровардани <b>{ $amount }</b>-ро тасдиқ мекунед? Ба мизоҷ дарҳол хабар меравад, пулро худатон мегузаронед: инро бозгардондан мумкин нест.

    Реквизитҳо: <code>{ $details }</code>
withdrawal-reason-details = реквизитҳо мувофиқ наомаданд
withdrawal-reason-check = дархост аз санҷиш нагузашт
withdrawal-reason-asked = бо хоҳиши Шумо
button-reject-details = Реквизитҳо мувофиқ наомаданд
button-reject-check = Аз санҷиш нагузашт
button-reject-asked = Бо хоҳиши мизоҷ
button-approve = ✅ Тасдиқ
button-reject = ↩️ Рад
button-details = 🔐 Реквизитҳо
button-page-back = ◀️
button-page-on = ▶️
admin-unknown = Чунин дархост нест
admin-decided = Оид ба ин дархост аллакай қарор қабул шудааст
admin-debt = Мизоҷ аз мағоза қарздор аст: аввал қарз баргардонида мешавад. Дархостро рад кунед — маблағ ба ҳисоби қарз меравад.
admin-same = Шумо аллакай розӣ шудаед — маъмури дигар лозим аст
admin-own = Инро барои худ танҳо соҳиб карда метавонад — аз ҳамкор хоҳиш кунед
admin-off = Амалҳои маъмурон хомӯшанд
admin-second-needed = Розигии Шумо сабт шуд. Боз як маъмур лозим аст
admin-tasks-title = 📋 <b>Вазифаҳои кушода</b> — саҳ. { $page } аз { $pages }
admin-tasks-none = 📋 Вазифаи кушода нест.
admin-task =
    📋 <b>{ $what }</b>
    { $details }
    <code>{ $command }</code>
task-suspended-charge = Пуле, ки соҳибаш маълум нест
task-refund-declined = Провайдер пулро барнагардонд
task-reconciliation = Ҳисобҳои провайдер бо ҳисобҳои мо мувофиқ нестанд
task-notice-unreadable = Огоҳиномаи нофаҳмои провайдер
task-ledger = Санҷиши дафтари ҳисоб хато ёфт
chain-head =
    🔗 Ҳалқаи <b>{ $sequence }</b>, { $at } UTC
    <code>{ $hash }</code>

    Ин паёмро нест накунед: аз он маълум аст, ки сабтҳо баъдан тағйир дода нашудаанд.

precheckout-gone = Ин суратҳисоб дигар эътибор надорад. Пул гирифта нашуд — ба бот баргардед ва тарифро аз нав интихоб кунед.
precheckout-paid = Ин суратҳисоб аллакай пардохта шудааст. Бори дуюм пардохтан лозим нест.
precheckout-stranger = Ин суратҳисоб барои каси дигар аст. Ботро кушоед ва барои худ тариф интихоб кунед.
precheckout-changed = Маблағи суратҳисоб тағйир ёфт. Пул гирифта нашуд — ба бот баргардед ва тарифро аз нав интихоб кунед.
precheckout-try-again = Суратҳисобро санҷида натавонистем. Пул гирифта нашуд — баъд аз як дақиқа боз кӯшиш кунед.

button-connect = 📲 Пайвасти дастгоҳ
button-new-link = 🔁 Пайванди нав
button-new-link-yes = 🔁 Иваз кардани пайванд
new-link-ask =
    🔁 <b>Пайванди обуна иваз карда шавад?</b>

    Пайванди кӯҳна дарҳол кушода намешавад: барномаҳоеро, ки бо он навсозӣ мешаванд, аз нав пайваст кардан лозим меояд.
new-link-done = Тайёр: пайванд иваз шуд, кӯҳнааш дигар кушода намешавад.

device-limit-announce = Шумораи дастгоҳҳо ба ҳад расид. Зиёдатиро дар бот нест кунед: Профил → Дастгоҳҳо — ва обунаро навсозӣ кунед.
connect-title = 📲 <b>Пайванди обунаи Шумо</b> — барои нусха гирифтан пахш кунед:
connect-steps =
    1. Яке аз барномаҳои поёнро насб кунед.
    2. Тугмаи онро пахш кунед — обуна худаш илова мешавад. Ё пайвандро ба барнома дастӣ гузоред.
    3. Пайвастшавиро фаъол кунед.
connect-qr-caption = Камераи дастгоҳи дигарро ба код рост кунед: он обунаи Шуморо мекушояд
button-connect-page = 🌐 Кушодани саҳифа
button-connect-qr = 📷 QR-коди пайванд
button-devices = 📱 Дастгоҳҳо
button-devices-clear = 🗑 Ҳамаро нест кардан
devices-title = 📱 <b>Дастгоҳҳо: { $count } аз { $limit }</b>
devices-title-any = 📱 <b>Дастгоҳҳо: { $count }</b>, бе маҳдудият
devices-empty = Ҳоло холӣ аст: дастгоҳ вақте ин ҷо пайдо мешавад, ки барномаи он обунаро бор кунад.
devices-note = Агар дастгоҳро нест кунед, ҷояш дарҳол холӣ мешавад; он метавонад боз пайваст шавад. Барномаҳое, ки номи дастгоҳашонро намегӯянд, ин ҷо дида намешаванд.
devices-more = …ва боз { $rest }
devices-removed = Нест карда шуд
devices-gone = Ин дастгоҳ дигар дар рӯйхат нест
device-line =
    { $number }. <b>{ $name }</b>{ $details }
    { $seen }
device-seen = Навсозӣ: { $ago }
device-seen-now = Навсозӣ: дар як соати охир
device-unnamed = Беном
button-new-key = 🔑 Калиди нав
button-new-key-yes = 🔑 Гирифтани калиди нав
new-key-ask =
    🔑 <b>Калиди нав мегиред?</b>

    Агар калид ба дасти бегона афтода бошад, ҳамин тавр кунед. Барномаҳо ҳангоми навсозии обуна калиди навро худашон мегиранд; кӯҳнааш баъд аз чанд сония аз кор мемонад.
new-key-done = Тайёр: калиди нав аллакай дар серверҳост. Обунаро дар барномаҳо навсозӣ кунед.
new-key-no-access = Ҳоло обуна нест
new-key-too-often = Калиди навро дар як шабонарӯз се бор гирифтан мумкин аст. Агар боз лозим бошад, ба дастгирӣ нависед.
profile-traffic = 📶 Трафик: { $used } ГБ
profile-traffic-limit = 📶 Трафик: { $used } аз { $limit } ГБ
profile-traffic-resets = { $date } аз нав сар мешавад
profile-suspended = ⏸ Трафик тамом шуд, пайвастшавӣ муваққатан қатъ аст
button-trial = 🎁 3 рӯз ройгон озмоед
trial-started =
    🎉 <b>Давраи озмоишӣ сар шуд</b> — то { $until } (UTC).

    Калид бо паёми навбатӣ меояд.
trial-not-for-you = Давраи озмоишӣ танҳо як бор ва пеш аз хариди аввал дода мешавад
button-renewal-on = 🔄 Фаъол кардани тамдиди худкор
button-renewal-off = ⏹ Хомӯш кардани тамдиди худкор
renewal-on = Тамдиди худкор фаъол шуд
renewal-off = Тамдиди худкор хомӯш шуд
profile-renews = 🔄 Тамдиди худкор: { $plan }, { $period } — каме пеш аз анҷом { $price } аз баланс
profile-renews-short = ⚠️ Барои тамдид { $missing } намерасад
profile-renews-not = 🔄 Тамдиди худкор хомӯш аст
just-renewed =
    🔄 Обуна ҳозир худаш тамдид шуд — то <b>{ $until }</b>.

    Бори дуюм пардохтан лозим нест. Агар боз тамдид кардан хоҳед, баъд аз панҷ дақиқа баргардед.
notice-ends = ⏳ <b>Обуна то { $until } амал мекунад</b>
notice-left-hours = { $hours ->
        [one] { $hours } соат
       *[other] { $hours } соат
    } монд.
notice-left-days = { $days ->
        [one] { $days } рӯз
       *[other] { $days } рӯз
    } монд.
notice-ends-renews = Тамдиди худкор фаъол аст: агар пули баланс расад, обуна худаш тамдид мешавад.
notice-ended =
    ⌛️ <b>Обуна тамом шуд</b>

    Онро аз нав харед — калид ҳамон мемонад, дар барнома чизеро тағйир додан лозим нест.
notice-trial-first-hours =
    👋 <b>Давраи озмоишӣ то { $until } идома дорад</b>

    Ҳамааш пайваст шуд? Агар не — ана дастур, дар боқимондааш дастгирӣ ёрӣ медиҳад.
notice-trial-third-day = 🎁 <b>Давраи озмоишӣ ба охир мерасад</b>
notice-trial-last-hours = ⏳ <b>Давраи озмоишӣ ба зудӣ тамом мешавад</b>
notice-trial-ended =
    ⌛️ <b>Давраи озмоишӣ тамом шуд</b>

    Агар маъқул шуда бошад, обуна харед: калид ҳамон мемонад, дар барнома чизеро тағйир додан лозим нест.
notice-renewed =
    🔄 <b>Обуна то { $until } тамдид шуд</b>

    Аз баланс { $price } гирифта шуд.
notice-renewal-short =
    💳 <b>Барои тамдиди { $plan } пул нарасид</b>

    Обуна то { $until } амал мекунад, дар баланс { $balance }. Балансро пур кунед — ва он худаш тамдид мешавад.
notice-referral-trial = 🎁 Дӯсти даъваткардаи Шумо давраи озмоиширо сар кард. Вақте ӯ обуна харад, мукофот мегиред.
stuck-title = 🚧 Пардохта шуд, вале ҳанӯз кор намекунад: { $count }
stuck-line = { $customer }: аз { $since } UTC, кӯшишҳо: { $attempts }

# Паёмҳои оммавӣ
broadcast-info = ℹ️ <b>{ $title }</b>
broadcast-maintenance = 🛠 <b>{ $title }</b>
broadcast-security = 🔒 <b>{ $title }</b>
broadcast-promo = 🎁 <b>{ $title }</b>
operator-broadcast-done = 📣 <b>Паёми оммавии «{ $title }» фиристода шуд</b>
operator-broadcast-paused = ⏸ <b>Паёми оммавии «{ $title }» боздошта шуд</b>
operator-broadcast-counts =
    Гирандагон: { $recipients }
    Расид: { $sent }
    Нарасид: { $failed }
    Номаълум: { $unknown }
    Гузаронида шуд: { $skipped }
operator-broadcast-problem = Telegram матнро қабул намекунад: { $problem }
system-trouble = 🚨 На ҳама чиз дар ҷояш аст:
system-line = • { $component }: { $status } ({ $reason }) аз { $since } UTC
system-well = ✅ Ҳама чиз боз дар ҷояш аст

outage-apology = ⏳ Хизмат муваққатан дастрас нест. Амали Шумо сабт шуд ва иҷро мешавад, такрор кардан лозим нест.

button-repeat = 🔁 Мисли дафъаи гузашта — { $price }
button-history = 🧾 Таърих
history-title = 🧾 <b>Таърихи обуна</b>
history-none = Ҳоло холӣ аст.
history-line =
    { $at } · { $what } · { $plan }
    то { $until }
history-purchase = харид
history-renewal = тамдид
history-promo = ройгон бо промокод
history-operator = тӯҳфа аз мо
history-trial = давраи озмоишӣ
button-status = 🟢 Вазъи хизмат
button-status-again = 🔄 Навсозӣ
status-title = <b>Вазъи хизмат</b>
status-access-well = ✅ Серверҳои VPN кор мекунанд
status-access-slow = ⚠️ Баъзе серверҳои VPN дастрас нестанд — ислоҳ карда истодаем
status-access-down = ⛔️ Серверҳои VPN ҳоло дастнорасанд — мо ислоҳ карда истодаем
status-payments-well = ✅ Пардохт кор мекунад
status-payments-slow = ⚠️ Пардохт бо таъхир мегузарад
status-kept = Ҳар чӣ пардохтаед, нигоҳ дошта мешавад: обуна худаш мерасад, чизеро пахш кардан лозим нест.
button-privacy = 🔏 Махфият
button-channel = 📣 Канали мо
privacy-text =
    🔏 <b>Махфият</b>

    Мо ID ва номи Шуморо дар Telegram, пардохтҳо, муҳлати обуна ва ҳаҷми трафикро нигоҳ медорем — то обуна кор кунад ва ҳисобу китоб дуруст бошад.

    Мо сабт намекунем, ки кадом сайтҳоро мекушоед ва дар онҳо чӣ мефиристед. Маълумоти кортро танҳо хадамоти пардохт мебинад.
button-levels = ❓ Ин чӣ тавр кор мекунад
levels-title =
    ❓ <b>Ин чӣ тавр кор мекунад</b>

    Дӯст пайванди Шуморо мекушояд ва пардохт мекунад — Шумо дарҳол ба баланс фоиз мегиред. Ҳар қадар дӯстони пардохткунанда зиёд бошанд, сатҳ ҳамон қадар баланд аст:
levels-first = <b>{ $level }</b> — { $percent }%, аз дӯсти аввали пардохткунанда
levels-line = <b>{ $level }</b> — { $percent }%, аз { $from } дӯсти пардохткунанда
levels-note = Бо пули баланс обунаро пардохтан ё онро гирифтан мумкин аст.

button-admin-system = 🩺 Вазъ
button-admin-features = 🎚 Идоракунӣ
admin-system-green = 🟢 <b>Ҳама чиз дар ҷояш</b>
admin-system-yellow = 🟡 <b>Ба чизе нигоҳ кардан лозим</b>
admin-system-red = 🔴 <b>Мағоза фурӯхта наметавонад</b>
admin-component-database = Пойгоҳи додаҳо
admin-component-payments = Хадамоти пардохт
admin-component-vpn_api = Гиреҳҳои VPN
admin-state-healthy = кор мекунад
admin-state-degraded = қисман кор мекунад
admin-state-unavailable = кор намекунад
admin-features-title =
    🎚 <b>Идоракунӣ</b>

    Дарҳол ва дар ҳамаи равандҳо амал мекунад. Амалҳои маъмурон танҳо бо фармони atlas flag хомӯш мешаванд.
feature-payments = Пардохт
feature-vpn-provisioning = Додани дастрасӣ
feature-auto-renewal = Тамдиди худкор
feature-background-workers = Корҳои пасзамина
feature-admin-actions = Амалҳои маъмурон
button-feature-off = ⏸ Хомӯш кардан: { $feature }
button-feature-on = 🟢 Фаъол кардан: { $feature }
admin-feature-off-ask = «{ $feature }» хомӯш карда шавад? Мизоҷон инро дарҳол мефаҳманд.
admin-feature-on-ask = «{ $feature }» фаъол карда шавад?
button-yes = ✅ Ҳа
admin-feature-done = Тайёр: дар ҳамаи равандҳо амал мекунад
admin-system-line = • { $component }: { $state }

admin-no-right = Барои ин нақши дигар лозим аст
admin-done = Тайёр
role-owner = Соҳиб
role-admin = Маъмур
role-support = Дастгирӣ
role-accountant = Муҳосиб
role-auditor = Аудитор
role-owner-may = Ҳама корро карда метавонад ва нақшҳоро танҳо худаш медиҳад.
role-admin-may = Ҷуз додани нақш ҳама корро карда метавонад.
role-support-may = Мизоҷон ва ҳолати мағозаро мебинад, дастрасӣ медиҳад ва қатъ мекунад. Пулро намебинад.
role-accountant-may = Мизоҷон, пул ва дафтарро мебинад, бақияҳоро ислоҳ мекунад, гирифтани пулро ҳал мекунад, ҳисоботро мегирад.
role-auditor-may = Ҳамаро мебинад ва ҳисоботро мегирад, вале чизеро тағйир намедиҳад.
button-admin-team = 👥 Даста
admin-team-title =
    👥 <b>Даста</b>

    Нақш дарҳол амал мекунад: аз пахши навбатӣ.
button-team-add = ➕ Илова кардан
admin-team-ask = ID ё @username-и касеро фиристед, ки ботро аллакай ба кор андохтааст.
admin-person-unknown = Чунин мизоҷ нест.
admin-member =
    👤 { $name } · <code>{ $id }</code>
    Нақш: <b>{ $role }</b>
admin-member-none = нест
admin-member-appointed = Дар танзимоти сервер таъйин шудааст: ин ҷо тағйир намеёбад.
button-role-take = 🚫 Гирифтани нақш
admin-role-ask = Ба <code>{ $id }</code> нақши «{ $role }» дода шавад?
admin-role-take-ask = Нақши <code>{ $id }</code> гирифта шавад?

button-settings = ⚙️ Танзимот
settings-title =
    ⚙️ <b>Танзимот</b>

    Забон: { $language }
button-vip = 👑 VIP
vip-text =
    👑 <b>VIP</b>

    • { $percent } % тахфиф барои ҳар тариф ва муҳлат
    • менеҷери шахсӣ ва кӯмаки бенавбат
    • танзим дар ҳамаи дастгоҳҳои шумо

    { $month } дар як моҳ ё { $halfYear } барои ним сол. Менеҷер пайваст мекунад — ба ӯ нависед.
vip-active = ✅ Шумо VIP доред: тахфиф дар нархҳо ҳисоб шудааст.
button-manager = 💬 Ба менеҷер навиштан
button-corporate = 🏢 Барои ширкат
corporate-text =
    🏢 <b>Барои ширкат</b>

    Дастрасӣ барои кормандон, як суратҳисоб ва ҳуҷҷатҳо. Дархост фиристед — менеҷер ба шумо дар Telegram менависад.

    Мо ба ӯ ID, номи корбарӣ ва доштани обунаи шуморо медиҳем. Бо пахши тугма шумо розӣ мешавед.
button-corporate-send = ✅ Фиристодани дархост
corporate-sent = ✅ <b>Дархост қабул шуд</b> — менеҷер ба зудӣ ба шумо менависад.
task-corporate-request = Дархости дастрасӣ барои ширкат

# Insight
button-admin-dashboard = 📊 Хулоса
button-admin-statistics = 📈 Омор
button-admin-analytics = 💰 Таҳлил
button-admin-metrics = ⏱ Нишондиҳандаҳо
button-admin-audit = 📜 Дафтари амалҳо
button-admin-waiting = 🚧 Мунтазири дастрасӣ
admin-since = аз { $at } UTC
dashboard-waiting = Мунтазири дастрасӣ: { $count }
dashboard-tasks = Вазифаҳои кушода: { $tasks }
dashboard-withdrawals = Дархостҳои пул дар интизори қарор: { $withdrawals }
dashboard-trouble = Нуқсони охирин: { $component }, { $at } UTC
dashboard-no-trouble = Нуқсон набуд
dashboard-issues = Ба инҳо нигоҳ кунед:
issue-payments-off = Пардохт хомӯш аст: ҳеҷ кас харида наметавонад
issue-every-provider-silent = Ягон хадамоти пардохт ҷавоб намедиҳад: танҳо аз баланс харидан мумкин аст
issue-every-node-down = Ягон гиреҳ ҷавоб намедиҳад: ҳеҷ кас калиди нав намегирад
issue-provisioning-off = Додани дастрасӣ хомӯш аст: ҳар кӣ пардохт мекунад, калидро интизор мешавад
issue-no-nodes = Гиреҳ нест: чизе барои фурӯш нест
issue-books-wrong = Санҷиши дафтари ҳисоб хато ёфт: вазифаҳоро бинед
issue-some-providers-silent = Баъзе хадамоти пардохт ҷавоб намедиҳанд: на ҳама пардохта метавонанд
issue-some-nodes-down = Баъзе гиреҳҳо ҷавоб намедиҳанд: мизоҷон бе сервери эҳтиётӣ монданд
issue-access-waits = Дастрасии пардохташудае ҳаст, ки ҳанӯз кор намекунад
issue-money-without-owner = Пуле ҳаст, ки соҳибаш маълум нест: вазифаҳоро бинед
issue-passes-off = Корҳои пасзамина хомӯшанд: ёдраскунӣ ва тамдид қатъ шудаанд
issue-renewal-off = Тамдиди худкор хомӯш аст: обунаҳо худ ба худ тамом мешаванд
admin-processes = Равандҳо:
admin-process = • { $process }: { $days } рӯз { $hours } соат { $minutes } дақ.
statistics-title = 📈 <b>Омор</b>
statistics-customers =
    👥 Мизоҷон: <b>{ $all }</b>
    Имрӯз нав: { $today }
    Дар 7 рӯз: { $week }
    Дар 30 рӯз: { $month }
statistics-subscriptions =
    🔑 Обунаҳо ҳоло: <b>{ $live }</b>
    Аз онҳо озмоишӣ: { $trials }
    Тамом шуданд: { $ended }
statistics-payments =
    💳 Пардохтҳо: <b>{ $payments }</b>
    Суратҳисобҳои пардохташуда: { $paid }
    Пардохтнашуда ё бекоршуда: { $unpaid }
analytics-title = 💰 <b>Таҳлил</b>
analytics-totals =
    Даромад: <b>{ $revenue }</b>
    Мизоҷони пардохткунанда: { $payers }
    ARPU: { $arpu }
    LTV ба ҳисоби миёна: { $ltv }
analytics-months = <b>{ $before } → { $now }</b>
analytics-line = { $what }: { $before } → { $now } ({ $change })
analytics-month-revenue = Даромад
analytics-month-payments = Пардохтҳо
analytics-month-customers = Мизоҷони нав
analytics-month-subscriptions = Обунаҳои нав
analytics-note = Даромад — пули аз берун омада, бе маблағҳои баргардонидашуда. Харидҳо аз баланс бори дуюм ҳисоб намешаванд. ARPU — даромад аз як мизоҷи пардохткунанда, LTV — ҳамон, вале бе мукофотҳо барои дӯстон.
metrics-title = ⏱ <b>Нишондиҳандаҳо</b>
metrics-text =
    Аз пардохт то дастрасӣ: { $wait } — дар 30 рӯз
    Суратҳисобҳои пардохташуда: { $paid } — дар 30 рӯз
    Муҳлати обуна ба як мизоҷ: { $lifetime } рӯз
    Тамдид ба як мизоҷ: { $renewals }
metrics-seconds = { $count } сон.
metrics-minutes = { $count } дақ.
audit-title-all = 📜 <b>Дафтари амалҳо</b>, аввал навтаринҳо, вақти UTC
audit-title-team = 📜 <b>Дафтари амалҳои даста</b>, аввал навтаринҳо, вақти UTC
audit-none = 📜 Сабт нест.
audit-line = <b>{ $at }</b> { $action } · { $actor }
audit-target = → { $target }
audit-details = <i>{ $details }</i>
button-audit-all = 👥 Ҳамаро нишон додан
button-audit-team = 🛠 Танҳо даста
waiting-title = 🚧 <b>Пардохта шуд, вале ҳанӯз кор намекунад: { $count }</b> — саҳ. { $page } аз { $pages }
waiting-none = ✅ Ҳамаи пардохткардагон пайваст шудаанд.
waiting-line = <code>{ $customer }</code> { $name }: аз { $since } UTC, кӯшишҳо: { $attempts }
button-waiting-retry = 🔁 { $customer }
button-waiting-retry-all = 🔁 Такрор барои ҳама
waiting-retried = Боз кӯшиш мекунем
waiting-over = Дигар интизор нест
waiting-off = Додани дастрасӣ хомӯш аст
button-admin-nodes = 🖥 Гиреҳҳо
nodes-title = 🖥 <b>Гиреҳҳо</b> — саҳ. { $page } аз { $pages }
nodes-none = 🖥 Ҳоло гиреҳ нест: онҳоро фармони atlas node add илова мекунад.
node-active = кор мекунад
node-draining = бе мизоҷони нав
node-disabled = хомӯш
node-removed = нест карда шуд
node-health-healthy = дар тамос
node-health-down = ҷавоб намедиҳад
node-health-dead = гум шуд, мизоҷон гузаронида шуданд
node-health-unchecked = ҳанӯз санҷида нашудааст
node-card =
    🖥 <b>{ $name }</b> · { $location }

    Реҷа: { $state }
    Тамос: { $health }
    Санҷида шуд: { $checked }
    Бо рӯйхати мо мувофиқ буд: { $inStep }
    Мизоҷон: { $customers } аз { $capacity }
    Ядро: { $core }
node-down-since = Аз { $at } UTC ҷавоб намедиҳад
node-problem = ⚠️ Танзимоти нав қабул нашуд: { $problem }
button-node-active = 🟢 Фаъол кардан
button-node-draining = 🚰 Бе мизоҷони нав
button-node-disabled = ⛔️ Хомӯш кардан
button-node-check = 🔍 Ҳозир санҷидан
button-nodes-check = 🔍 Ҳамаро санҷидан
node-ask-active = Гиреҳи <b>{ $name }</b> боз мизоҷонро қабул кунад?
node-ask-draining = Ба гиреҳи <b>{ $name }</b> мизоҷони нав дода нашаванд? Онҳое, ки дар он ҳастанд ({ $customers }), боз як сервер мегиранд, ин гиреҳ ба кор давом медиҳад.
node-ask-disabled = Гиреҳи <b>{ $name }</b> хомӯш карда шавад? Он ҳамаи касонеро, ки дар он ҳастанд, дарҳол фаромӯш мекунад: { $customers }.
node-stranded = ⚠️ Бе сервер мемонанд: { $stranded }
node-unknown = Чунин гиреҳ нест
node-check-asked = Санҷиш сар шуд: баъд аз чанд сония «Навсозӣ»-ро пахш кунед
fleet-check-asked = Гиреҳҳоро месанҷем: { $nodes }. Натиҷа бо паём меояд
fleet-checked = 🔍 Ҳамаи гиреҳҳо санҷида шуданд: { $nodes }. Бо рӯйхати мо мувофиқанд: { $inStep }, мизоҷон дар онҳо: { $customers }.
fleet-others = Мувофиқ наомаданд ё ҷавоб надоданд: { $names }
button-task = 📋 Кушодани вазифа
button-task-number = 📋 Вазифаи { $number }
button-task-assign = 👤 Ба мизоҷ додан
button-task-resolve = ✅ Бастани вазифа
task-since = { $at } UTC кушода шуд
task-is-done = ✅ Ин вазифа иҷро шуд
task-money = Маблағ: <b>{ $amount }</b>
    Telegram ID-и пардохткунанда: { $payer }
task-ask-text = Нависед, ки чӣ кор карда шуд: ин ба дафтари амалҳо сабт мешавад.
task-ask-customer = Ин пули кист? ID ё @username-и мизоҷ, ID-и пардохт ё суратҳисобро фиристед.
task-ask-reason = Чаро ба ин мизоҷ? Кӯтоҳ нависед: ин ба дафтари амалҳо сабт мешавад.
task-bad-text = Матни на дарозтар аз { $most } аломат лозим аст.
task-close-ask =
    Вазифа бо ин суханон баста шавад?

    <i>{ $text }</i>
task-give-ask =
    <b>{ $amount }</b> ба мизоҷ <code>{ $customer }</code> { $name } дода шавад?

    Баланс: { $before } → { $after }
    Сабаб: <i>{ $reason }</i>

    Мизоҷ паём мегирад.
task-unknown = Чунин вазифа нест
task-lost = Ин кӯҳна шуд — лутфан аз нав сар кунед
task-money-waits = Ин пул аст: онро ба мизоҷ диҳед ё баргардонед
task-refunded = Ин пул аллакай баргардонида шудааст ё баргардонида мешавад
task-no-amount = Маблағи пардохт бо рубл нест: онро танҳо баргардонидан мумкин аст
task-amount-changed = Маблағ дигар шуд — лутфан аз нав сар кунед
button-reconciliation = 🧾 Муқоисаи ҳисобҳо
button-reconcile = 🧾 Ҳозир муқоиса кардан
reconciliation-title = 🧾 <b>Муқоисаи ҳисобҳо бо хадамоти пардохт</b>
reconciliation-none = Хадамоти пардохт пайваст нашудаанд.
reconciliation-never = <b>{ $provider }</b>: ҳанӯз муқоиса нашудааст
reconciliation-line =
    <b>{ $provider }</b>: { $at } UTC
    Сабтҳо: { $listed }, баъдан ба ҳисоб гирифта шуд: { $settled }, фарқиятҳо: { $findings }
reconciliation-asked = Муқоиса сар шуд: баъд аз як дақиқа «Навсозӣ»-ро пахш кунед

# Export
export-customers = Мизоҷон
export-subscriptions = Обунаҳои фаъол
export-charges = Пардохтҳо
export-transfers = Дафтари ҳисоб
export-audit = Дафтари амалҳо
export-caption = 📄 <b>{ $table }</b>: { $rows ->
        [one] { $rows } сатр
       *[other] { $rows } сатр
    }
export-part = Қисми { $part }
button-admin-export = 📤 Содирот
export-title =
    📤 <b>Содирот</b>

    Ҷадвалро интихоб кунед: файл ба ҳамин чат меояд.
export-asked = Файл тайёр мешавад: он ба ҳамин чат меояд
export-failed = ⚠️ Содироти «{ $table }» ба анҷом нарасид. Сабабаш дар дафтари сервер навишта шудааст; баъдтар бори дигар кӯшиш кунед.
# Нуқс
incident-banner = ⚠️ { $text }
incident-default = Ҳоло халалҳо шуданашон мумкин. Мо аллакай ислоҳ карда истодаем — обуна ва пулатон дар ҷояш аст.
button-admin-incident = 🚨 Ҳодиса
admin-incident-title = 🚨 <b>Ҳодиса</b>
admin-incident-on = 🔴 Ба ҳама нишон медиҳем — болои менюи асосӣ ва дар вазъи хизмат:
admin-incident-off = ⚪️ Хомӯш аст. Агар фаъол кунед, ҳама мебинанд:
admin-incident-by = Тағйири охирин: <code>{ $actor }</code>, { $at }
button-incident-on = 🔴 Фаъол кардан
button-incident-off = ⚪️ Хомӯш кардан
button-incident-text = ✍️ Тағйири матн
admin-incident-ask =
    Ба мизоҷон чӣ нависем? То 1000 аломат.
    Агар аз фикратон гаштед — /cancel.
admin-incident-bad = Матни аз 1 то 1000 аломат лозим аст.
admin-incident-draft = Ҳама онро чунин мебинанд:
button-incident-save = ✅ Сабт ва фаъол кардан
admin-draft-gone = Ин форма аллакай баста шудааст — ана вазъи ҳозира
admin-gone = Ин дигар дар ин ҷо нест
admin-choose = Бо тугмаи поён интихоб кунед.

# Промокодҳо
button-admin-promos = 🎟 Промокодҳо
admin-promos-title = 🎟 <b>Промокодҳо</b>
admin-promos-none = Ҳоло ягонтоаш нест. Аввалинашро месозем?
admin-promo-line = <code>{ $code }</code> · −{ $percent }% · { $used } аз { $max } · { $until }
promo-no-end = бемуҳлат
promo-state-active = амал мекунад
promo-state-deactivated = хомӯш
promo-state-expired = муҳлаташ гузашт
promo-state-spent = пурра истифода шуд
admin-promo-card =
    <code>{ $code }</code> — { $state }

    Тахфиф: <b>{ $percent }%</b>
    Истифода шуд: { $used } аз { $max }
    Барои мизоҷон нигоҳ дошта мешавад: { $held }
    Аз ҳад зиёд: { $over }
    Амал мекунад то: { $until }
    Сохта шуд: { $created }
button-promo-new = ➕ Сохтани промокод
button-promo-end = ⏹ Хомӯш кардан
admin-promo-end-ask = <code>{ $code }</code> хомӯш карда шавад? Бо он дигар харидан намешавад, боз фаъол кардан ҳам мумкин нест. Касе, ки нархи тахфифдорро аллакай гирифтааст, бо ҳамон нарх мепардозад.
admin-promo-ask-code = Промокодро чӣ ном мегузорем? 3–32 ҳарфи лотинӣ ва рақам.
admin-promo-ask-percent = Тахфиф чанд фоиз? Аз 0 то 100.
admin-promo-ask-unit = Он чӣ қадар вақт амал мекунад?
admin-promo-ask-hours = Чанд соат?
admin-promo-ask-days = Чанд рӯз?
admin-promo-ask-months = Чанд моҳ? Як моҳ 30 рӯз аст.
admin-promo-ask-uses = Чанд кас онро истифода бурда метавонад?
button-promo-random = 🎲 Тасодуфӣ
button-promo-hours = Соат
button-promo-days = Рӯз
button-promo-months = Моҳ
button-promo-unlimited = Бемуҳлат
button-promo-any-uses = ♾ Бе маҳдудият
admin-promo-bad-code = Танҳо ҳарфҳои лотинӣ ва рақамҳо мувофиқанд, аз 3 то 32.
admin-promo-code-taken = Чунин промокод аллакай амал мекунад.
admin-promo-bad-percent = Адади бутун аз 0 то 100 лозим аст.
admin-promo-bad-time = Адади бутун аз 1 сар карда лозим аст, ҳамагӣ на зиёдтар аз даҳ сол.
admin-promo-bad-uses = Адади бутун аз 1 то миллион лозим аст.
admin-promo-summary =
    🎟 <code>{ $code }</code>

    Тахфиф: <b>{ $percent }%</b>
    Шумораи истифода: { $max }
    Амал мекунад то: { $until }

    Ҳамааш дуруст аст?
button-promo-create = ✅ Сохтан

# Паёмҳои оммавӣ дар панел
button-broadcasts = 📣 Паёмҳои оммавӣ
admin-broadcasts-title = 📣 <b>Паёмҳои оммавӣ</b>
admin-broadcasts-none = Ҳоло ягонтоаш нест.
admin-broadcasts-signs = 📝 сиёҳнавис · ▶️ рафта истодааст · ⏸ боздошта шуд · ✅ тайёр · 🚫 бекор шуд
button-broadcast-new = ➕ Паёми оммавии нав
button-broadcast-unsubscribed = 🎯 Ба онҳое, ки обуна надоранд
button-broadcast-tests = 📊 Тестҳои A/B
button-broadcast-test = 📊 Муқоисаи матнҳо
button-broadcast-start = 🚀 Фиристодан
button-broadcast-preview = 👀 Боз нишон додан
button-broadcast-open = 📣 Ба паёмнома
operator-broadcast-previewed = 👀 «{ $title }»: мизоҷон чунон ки дар боло мебинанд.
operator-broadcast-previewed-ab = 👀 «{ $title }»: дар боло ду матн: аввал A, баъд B.
button-broadcast-pause = ⏸ Боздоштан
button-broadcast-resume = ▶️ Давом додан
button-broadcast-cancel = 🚫 Бекор кардани паём
button-broadcast-one = Оддӣ
button-broadcast-ab = A/B: ду матн, нисфу нисф
broadcast-state-draft = сиёҳнавис
broadcast-state-running = рафта истодааст
broadcast-state-paused = боздошта шуд
broadcast-state-done = анҷом ёфт
broadcast-state-cancelled = бекор шуд
broadcast-kind-info = ℹ️ Хабар
broadcast-kind-maintenance = 🛠 Корҳои техникӣ
broadcast-kind-security = 🔒 Амният
broadcast-kind-promo = 🎁 Аксия
broadcast-segment-all = 👥 Ба ҳама
broadcast-segment-active = 🟢 Обуна доранд
broadcast-segment-no-subscription = 🎯 Обуна надоранд
admin-broadcast-card =
    <b>{ $title }</b> — { $state }

    Навъ: { $kind }
    Ба кӣ: { $segment }
    Сохта шуд: { $created }
admin-broadcast-reach =
    { $count ->
        [one] Ҳоло онро { $count } мизоҷ мегирад.
       *[other] Ҳоло онро { $count } мизоҷ мегиранд.
    }
admin-broadcast-preview-comes = Пешнамоиш аллакай ба ин чат меояд.
admin-broadcast-previewed = Пешнамоиш нишон дода шуд — фиристодан мумкин аст.
admin-broadcast-progress =
    Гирандагон: { $recipients }
    Фиристода шуд: { $sent }
    Дар навбат: { $waiting }
    Нарасид: { $failed }
    Номаълум: { $unknown }
    Гузаронида шуд: { $skipped }
admin-broadcast-listing = Рӯйхати гирандагон ҳанӯз тартиб дода мешавад.
admin-broadcast-left = Тахминан { $minutes } дақ. монд.
admin-broadcast-start-ask =
    { $count ->
        [one] «{ $title }» ба { $count } мизоҷ фиристода шавад?
       *[other] «{ $title }» ба { $count } мизоҷ фиристода шавад?
    }
admin-broadcast-cancel-ask = «{ $title }» бекор карда шавад? Он чи фиристода шудааст, дар мизоҷон мемонад; баъд давом додан мумкин нест.
admin-broadcast-not-now = Ҳоло ин мумкин нест — ана вазъи ҳозира
admin-broadcast-not-previewed = Аввал пешнамоиш: он баъд аз чанд сония меояд. Агар наояд — «Боз нишон додан».
admin-broadcast-not-taken = Telegram ин матнро қабул намекунад — сабабаш дар поён
admin-broadcast-tests-title = 📊 <b>Тестҳои A/B</b>
admin-broadcast-tests-none = Ҳоло ягонтоаш нест: дар паёми оммавии нав «A/B»-ро интихоб кунед.
admin-broadcast-test-line =
    <b>{ $title }</b> · { $at }
    A — { $a } ({ $partA }%), B — { $b } ({ $partB }%)
admin-broadcast-test-title = 📊 <b>{ $title }</b>
admin-broadcast-variant =
    <b>Матни { $variant }</b> — фиристода шуд: { $sent } ({ $part }%)
    Гирандагон: { $recipients }, нарасид: { $failed }, номаълум: { $unknown }
admin-broadcast-test-total = Ҳамагӣ { $sent } аз { $recipients } фиристода шуд.
admin-broadcast-ask-title = Сарлавҳаи паём? Як сатр то 100 аломат, мизоҷон онро мебинанд.
admin-broadcast-ask-ab = Як матн барои ҳама ё ду матнро муқоиса мекунем?
admin-broadcast-ask-text = Матнро фиристед, то 3900 аломат. Ҳарфҳои ғафс, пайвандҳо ва дигар ороиш нигоҳ дошта мешаванд.
admin-broadcast-ask-text-a = Матни A-ро фиристед, то 3900 аломат. Ороиш нигоҳ дошта мешавад.
admin-broadcast-ask-text-b = Акнун матни B.
admin-broadcast-ask-kind = Ин чӣ гуна паём аст? Аломати назди сарлавҳа аз он вобаста аст.
admin-broadcast-ask-segment = Ба кӣ мефиристем? Баъд пешнамоишро нишон медиҳем — ҳоло чизе намеравад.
admin-broadcast-bad-title = Як сатр то 100 аломат лозим аст.
admin-broadcast-bad-text = Матн то 3900 аломат лозим аст.
admin-broadcast-bad-text-b = Матн то 3900 аломат лозим аст, он набояд мисли A бошад.

# Рефералҳо дар панел
button-admin-referrals = 🤝 Даъватҳо
admin-referrals-totals =
    🤝 <b>Барномаи даъвати дӯстон</b>

    Даъваткунандагон: { $referrers }
    Даъватшудагон: { $invited }, аз онҳо пардохт мекунанд: { $paying }
    Даромад аз даъватшудагон: { $revenue }
    Мукофотҳо: { $cashback }
    Ба ҳисоби миёна ба як даъваткунанда: { $average }
admin-referrals-top = <b>Даромади бештарин</b>
admin-referrals-none = Ҳоло ҳеҷ кас касеро даъват накардааст.
admin-referrals-by-revenue = 🤝 <b>Аз рӯи даромад</b>
admin-referrals-by-invited = 🤝 <b>Аз рӯи шумораи даъватшудагон</b>
admin-referrals-by-cashback = 🤝 <b>Аз рӯи мукофот</b>
admin-referrer-line = { $place }. { $name } — { $invited } ({ $paying } пардохт мекунанд) · { $revenue } · мукофот { $cashback }
button-referral-by-revenue = 💰 Аз рӯи даромад
button-referral-by-invited = 👥 Аз рӯи даъватшудагон
button-referral-by-cashback = 🎁 Аз рӯи мукофот
button-referral-history = 🧾 Мукофотҳо
button-referral-search = 🔎 Ҷустуҷӯ
admin-rewards-title = 🧾 <b>Мукофотҳо</b>
admin-rewards-none = Ҳоло мукофот нест.
admin-reward-line = { $at } · <code>{ $referrer }</code> +{ $amount } ({ $percent }%) барои { $base } аз <code>{ $buyer }</code>
admin-referrer-reward = { $at } · +{ $amount } ({ $percent }%) барои { $base } аз <code>{ $buyer }</code>
admin-referrer-ask = ID ё @username-и касеро фиристед, ки меҷӯед.
admin-referrer-nobody = Ин мизоҷ ҳоло касеро даъват накардааст.
admin-referrer-card =
    🤝 <b>{ $name }</b> · <code>{ $id }</code>

    Сатҳ: { $level }, { $percent }%
    Даъватшудагон: { $invited }, аз онҳо пардохт мекунанд: { $paying }
    Даромад: { $revenue }
    Мукофотҳо: { $cashback }

# Намунаи паёмҳо
button-admin-samples = 🧪 Намунаи паёмҳо
admin-samples-title =
    🧪 <b>Намунаи паёмҳо</b>

    Якеро пахш кунед — бот паёмро ҳамон тавре ки мизоҷон мебинанд, ба Шумо мефиристад. Ба каси дигар намеравад.
admin-sample-sent = Намуна ба Шумо фиристода шуд
sample-mark = 🧪 <b>Намуна.</b> Маблағҳо, санаҳо ва калид сохтаанд.
sample-trial-started = Оғози озмоиш
sample-payment-new = Хариди аввал
sample-access-ready = Калид тайёр аст
sample-payment-renewal = Тамдид
sample-renewed = Тамдиди худкор
sample-renewal-short = Пул нарасид
sample-ends-in-3-days = 3 рӯз монд
sample-ends-in-24-hours = 1 рӯз монд
sample-ends-in-6-hours = 6 соат монд
sample-ends-in-3-hours = 3 соат монд
sample-ended = Обуна тамом шуд
sample-trial-first-hours = Озмоиш: 6 соат
sample-trial-third-day = Озмоиш: 48 соат
sample-trial-last-hours = Озмоиш: ба охир наздик
sample-trial-ended = Озмоиш тамом шуд
sample-wallet-credited = Пур кардани баланс
sample-wallet-adjusted = Ислоҳи баланс
sample-traffic-used-up = Трафик тамом шуд
sample-referral-joined = Дӯст омад
sample-referral-trial = Дӯст меозмояд
sample-commission-paid = Мукофот
sample-withdrawal-approved = Дархости пул: тасдиқ
sample-withdrawal-rejected = Дархости пул: рад
sample-refunded = Баргардонидани пул
# Мизоҷон
button-people = 👤 Мизоҷон
people-ask = 🔎 ID, @username, рақами суратҳисоб ё пардохтро фиристед.
people-lost = Кори саркарда гум шуд — лутфан аз нав сар кунед.
people-changed = Дар ин муддат чизе тағйир ёфт: варақаро бинед ва аз нав қарор қабул кунед.
people-no-access = Обунаи фаъол нест
person-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>
person-since = Аз { $date } бо мо, забон: { $language }
person-unreachable = 🔕 Мизоҷ ботро бастааст: паёмҳо намерасанд
person-access-none = Ҳанӯз обуна надошт
person-access-active = ✅ { $plan } то { $until } UTC
person-access-preparing = ⏳ { $plan } то { $until } UTC, калид тайёр мешавад
person-access-ended = ⌛️ { $plan } { $until } UTC тамом шуд
person-key =
    🔑 Калид пинҳон аст, { $count ->
        [0] иваз нашудааст
        [one] { $count } бор иваз шудааст
       *[other] { $count } бор иваз шудааст
    }
person-key-changing = 🔄 Калид иваз мешавад: гиреҳҳо ҳанӯз тасдиқ накардаанд
person-renewals = 🔁 Тамдидҳо: { $count }
person-vip = 👑 VIP
person-discount = 🏷 { $percent }% тахфифи бемуҳлат
person-discount-until = 🏷 { $percent }% тахфиф то { $until } UTC
person-balance = 💰 Баланс: { $amount }
person-debt = ⚠️ Қарз: { $amount }
button-other-person = 🔎 Мизоҷи дигар
button-gift = 🎁 Додани дастрасӣ
button-revoke = ⛔️ Қатъи дастрасӣ
button-rekey = 🔑 Иваз кардани калид
button-rekey-runs = 🔄 Калид иваз мешавад…
gift-plan = 🎁 Кадом тариф дода шавад?
gift-length = 🎁 { $plan }: ба кадом муҳлат?
length-m =
    { $count ->
        [one] { $count } дақиқа
       *[other] { $count } дақиқа
    }
length-h =
    { $count ->
        [one] { $count } соат
       *[other] { $count } соат
    }
length-d =
    { $count ->
        [365] 1 сол
        [one] { $count } рӯз
       *[other] { $count } рӯз
    }
button-gift-m = ✍️ Дақиқа
button-gift-h = ✍️ Соат
button-gift-d = ✍️ Рӯз
gift-type-m = Чанд дақиқа? Рақам фиристед.
gift-type-h = Чанд соат? Рақам фиристед.
gift-type-d = Чанд рӯз? Рақам фиристед.
gift-bad-count = Адади бутуни аз сифр калон лозим аст, муҳлат аз даҳ сол зиёд набошад.
gift-tell = 🎁 { $plan }, { $length }. Ба мизоҷ хабар диҳем?
button-tell = 🔔 Хабар додан
button-tell-not = 🔕 Хабар надодан
gift-ask =
    🎁 <b>{ $plan }, { $length }</b>

    Ҳоло то: { $before }
    Мешавад то: { $after } UTC
gift-no-end = обуна нест
gift-told = 🔔 Мизоҷ паём мегирад.
gift-told-not = 🔕 Ба мизоҷ чизе наменависем.
revoke-tell = ⛔️ Қатъи дастрасӣ. Ба мизоҷ хабар диҳем?
revoke-ask =
    ⛔️ <b>{ $plan } қатъ карда шавад?</b>

    Ҳоло то: { $before }
    Тамом мешавад: дарҳол
rekey-ask = 🔑 Калиде, ки { $issued } UTC дода шуд, иваз карда шавад? Ҳамин ки гиреҳҳо навашро гирифтанд, кӯҳнааш аз кор мемонад ва мизоҷ паём мегирад.
rekey-runs = Калид аллакай иваз мешавад: гиреҳҳо навашро ҳанӯз тасдиқ накардаанд
notice-access-granted =
    🎁 <b>Мо ба Шумо обуна тӯҳфа кардем</b>

    { $plan } то { $until } UTC амал мекунад.
notice-access-revoked =
    ⛔️ <b>Мо обунаи Шуморо қатъ кардем</b>

    Агар инро интизор набошед, ба мо нависед — ҳал мекунем.
notice-key-reissued =
    🔑 <b>Мо калиди Шуморо иваз кардем</b>

    Кӯҳнааш дигар кор намекунад. Агар барнома бо пайванд пайваст бошад, он худаш навсозӣ мешавад; агар калидро дастӣ илова карда бошед — навашро гузоред:
person-history = 🧾 <b>Таърихи <code>{ $id }</code></b>, саҳ. { $page }
person-grant = { $what }, { $plan } то { $until }
person-act-access-revoked = ⛔️ дастрасӣ қатъ карда шуд
person-act-access-adopted = дастрасӣ аз боти пештара гузаронида шуд
person-act-credential-reissued = 🔑 калид иваз карда шуд
person-act-discount-granted = 🏷 тахфиф дода шуд
person-act-discount-ended = 🏷 тахфиф бекор шуд
person-line = { $what }: { $amount }
person-note = «{ $note }»
person-line-charge-received = 💰 пардохт
person-line-purchase = 🛒 харид
person-line-commission-paid = 🎁 мукофот
person-line-commission-clawed = 🎁 баргардонидани мукофот
person-line-refund-clawed = ↩️ баргардонидани пул
person-line-withdrawal-held = 💸 дархости пул
person-line-withdrawal-returned = 💸 дархости пул рад шуд
person-line-adjustment = ✏️ ислоҳи баланс
person-line-receivable-collected = ба ҳисоби қарз
people-done-before = Ин аллакай иҷро шудааст
button-discount = 🏷 Додани тахфиф
button-discount-end = 🏷 Бекор кардани тахфиф
button-vip-give = 👑 Додани VIP
button-vip-take = 👑 Гирифтани VIP
button-type = ✍️ Навиштан
button-wallet-in = ➕ Илова ба баланс
button-wallet-out = ➖ Гирифтан аз баланс
discount-percent = 🏷 Чӣ қадар тахфиф дода шавад?
discount-type = Чанд фоиз? Рақами аз 1 то 99-ро фиристед.
discount-bad-percent = Адади бутун аз 1 то 99 лозим аст.
discount-days = 🏷 { $percent }% тахфиф: ба кадом муҳлат?
discount-type-days = Ба чанд рӯз? Рақам фиристед; 0 — бемуҳлат.
discount-bad-days = Адади бутуни рӯзҳо лозим аст, на зиёдтар аз даҳ сол; 0 — бемуҳлат.
discount-for-good = Бемуҳлат
discount-ask = 🏷 { $percent }% тахфиф дода шавад, муҳлат: { $days }?
discount-exists = Тахфиф аллакай ҳаст: аввал онро бекор кунед
discount-end-ask = 🏷 { $percent }% тахфиф бекор карда шавад?
wallet-amount-in = ➕ Чӣ қадар илова кунем? Дар баланс { $balance }. Маблағро бо рубл фиристед.
wallet-amount-out = ➖ Чӣ қадар гирем? Дар баланс { $balance }. Маблағро бо рубл фиристед.
wallet-bad-amount = Маблағи аз сифр зиёд ва на зиёдтар аз миллион лозим аст, масалан 150 ё 99,50.
wallet-holds-less = Дар баланс ин қадар нест.
wallet-reason-in = { $amount } барои чӣ илова мешавад? Мизоҷ ин суханонро мебинад.
wallet-reason-out = { $amount } барои чӣ гирифта мешавад? Мизоҷ ин суханонро мебинад.
wallet-bad-reason = Бе сабаб мумкин нест; на дарозтар аз { $max } аломат.
wallet-ask-in = ➕ <b>{ $amount } ба баланси мизоҷ { $id } илова карда шавад?</b>
wallet-ask-out = ➖ <b>{ $amount } аз баланси мизоҷ { $id } гирифта шавад?</b>
wallet-ask-balance = Баланс: { $before } → { $after }
wallet-ask-debt = Аввал ба ҳисоби қарз: { $amount }
wallet-ask-reason = Сабаб: { $reason }
button-keys = 🔑 Калидҳо
keys-title = 🔑 <b>Калидҳо</b>
keys-never = Калидҳоро ҳанӯз якбора ба ҳама иваз накардаанд.
keys-running = 🔄 Ба ҳама иваз мекунем, аз { $started } UTC сар шуд
keys-cancelled = ⏹ Бори охир { $started } UTC сар шуд ва боздошта шуд
keys-done = ✅ Бори охир { $started } UTC ба ҳама иваз шуд
keys-listing = Рӯйхат ҳанӯз тартиб дода мешавад.
keys-counts =
    Ҳамагӣ: { $total }
    Тайёр: { $done }
    Гузаронида шуд: { $skipped }
    Нашуд: { $failed }
    Монд: { $left }
keys-time-left =
    { $minutes ->
        [one] Тахминан { $minutes } дақиқа монд
       *[other] Тахминан { $minutes } дақиқа монд
    }
keys-as-of = Ба ҳолати { $at } UTC
button-rekey-one = 🔎 Ба як мизоҷ
button-rekey-all = 🔁 Якбора ба ҳама
button-rekey-stop = ⏹ Боздоштан
button-rekey-all-yes = 🔁 Ҳа, ба ҳама иваз шавад
button-continue = Давом додан
keys-ask =
    🔁 <b>Калиди ҳама иваз карда шавад?</b>

    { $count ->
        [one] { $count } мизоҷи обунааш фаъол калиди нав мегирад.
       *[other] { $count } мизоҷи обунааш фаъол калиди нав мегиранд.
    }
    Ҳар кас паём мегирад. Ҳамин ки гиреҳҳо калиди навро гирифтанд, кӯҳнааш аз кор мемонад.
keys-ask-again = Касе, ки калидро дастӣ илова кардааст, то гузоштани калиди нав бе VPN мемонад. Дар ҳақиқат ба ҳама иваз карда шавад?
keys-old-question = Савол кӯҳна шуд: шумораи мизоҷонро боз бинед
keys-runs = Калидҳо аллакай иваз мешаванд
keys-stop-ask = Боздошта шавад? Касоне, ки калидашон иваз шудааст, бо калиди нав мемонанд.
keys-report-done = ✅ <b>Калиди ҳама иваз шуд</b>
keys-report-cancelled = ⏹ <b>Иваз кардани калидҳо боздошта шуд</b>
keys-failed = Нашуд барои: { $ids }
