language-name = 🇰🇿 Қазақша
language-prompt = Тілді таңдаңыз
language-saved = Тіл сақталды

menu-welcome =
    👋 <b>{ $name }</b>, бұл — <b>Atlas Secure</b>, жылдам әрі сенімді VPN.

    Тарифті таңдап, бірнеше түртумен төлеңіз — санаулы секундта қосыласыз.
menu-active =
    👋 <b>{ $name }</b>, сіз <b>Atlas Secure</b> қорғауындасыз.

    ✅ Қолжетімділік <b>{ $until }</b> күніне дейін ашық
button-buy = 🛒 Жазылым сатып алу
button-renew = 🔄 Жазылымды ұзарту
button-profile = 👤 Профиль
button-top-up = 💳 Баланс толтыру
button-instruction = 📲 Қалай қосылады
button-help = 💬 Қолдау
button-info = ℹ️ Қызмет туралы
button-language = 🌐 Тіл
button-back = ⬅️ Артқа
button-menu = 🏠 Басты мәзір
button-plans = 🛒 Тарифтерге
button-referrals = 🎁 Дос шақыру
button-promo = 🎟 Промокод енгізу
button-withdraw = 💸 Ақша шығару
button-retry = 🔁 Қайталап көру

plan-basic = Basic
plan-plus = Plus
plans-title =
    <b>Тарифті таңдаңыз</b>

    🔹 <b>Basic</b> — күнделікті істерге: сайттар, мессенджерлер, видео.

    🔸 <b>Plus</b> — басым сервер және тұрақты жылдамдық.

    Бір адамға бір кілт, 5 құрылғыға дейін.
plan-button = { $plan } — { $price }-ден бастап
period-title =
    <b>{ $plan }</b> тарифі

    Қандай мерзімге?
period-months = { $months } ай
period-button = { $period } — { $price }
discount-promo = 🎟 <b>{ $code }</b> промокоды: { $percent } % жеңілдік
discount-promo-nameless = 🎟 Промокод бойынша жеңілдік: { $percent } %
discount-vip = 👑 VIP жеңілдігі: { $percent } %
discount-personal = 🤝 Жеке жеңілдігіңіз: { $percent } %
promo-gone = Бұл промокод енді жарамайды — баға онсыз есептелді.
promo-ask =
    🎟 <b>Промокод</b>

    Кодты хабарлама етіп жіберіңіз — жеңілдікпен есептелген бағаны бірден көресіз.
promo-ask-again =
    🎟 Қазір <b>{ $code }</b> промокоды қолданылып тұр: { $percent } % жеңілдік.

    Ауыстыру үшін басқа код жіберіңіз немесе тарифтерге оралыңыз.
promo-bad =
    Бұл промокод келмейді: қате жазылған, мерзімі біткен немесе сіз оны пайдаланып қойған болуыңыз мүмкін.

    Басқасын жіберіңіз немесе тарифтерге оралыңыз.
promo-applied = ✅ <b>{ $code }</b> промокоды қабылданды: { $percent } % жеңілдік. Ол 5 минут жарамды — тарифті таңдаңыз.
promo-smaller = ℹ️ Өз жеңілдігіңіз { $own } % — одан көп. Код қолданылып тұрғанда (бірнеше минут) баға сол бойынша есептеледі.
method-head = <b>{ $plan }</b> тарифі, { $period }
method-price = Төленетін сома: <b>{ $price }</b>
method-price-reduced = Төленетін сома: <s>{ $listPrice }</s> орнына <b>{ $price }</b>
method-balance = Баланста: { $balance }
method-ask = Қалай төлеген ыңғайлы?
button-pay-wallet = 👛 Баланстан ({ $balance })
button-pay-card = 💳 Банк картасымен
button-pay-yookassa = 🏦 ЮKassa: карта немесе СБП
button-pay-crypto = 💎 Криптовалютамен
button-pay-stars = ⭐️ Telegram жұлдыздарымен
button-pay-free = 🎁 Тегін алу
below-minimum = Бұл тәсілмен кемінде { $minimum } төлеуге болады. Басқа тәсілді таңдаңыз.
quote-refreshed = Баға жаңарды — қарап шығып, растаңыз
wallet-short =
    Баланста <b>{ $shortage }</b> жетпейді.

    Бағасы: { $price }
    Баланс: { $balance }
purchase-done =
    ✅ <b>Төленді</b>

    Қолжетімділік <b>{ $until }</b> күніне дейін
    Баланста қалғаны: { $balance }
purchase-free-done =
    🎁 <b>Дайын, төлеудің қажеті жоқ</b>

    Қолжетімділік <b>{ $until }</b> күніне дейін
purchase-key-follows = 🔑 Кілт келесі хабарламамен келеді.

invoice-title =
    <b>{ $price } сомасына шот</b>
    { $what }
invoice-how-crypto = «Төлеу» түймесін басып, монетаны таңдаңыз да, аударымды растаңыз. Ол өткен бойда өзіміз жазамыз — басқа ештеңе басудың қажеті жоқ.
invoice-how-yookassa = «Төлеу» түймесін басыңыз — ЮKassa беті ашылады: онда картамен, СБП арқылы немесе әмияннан төлеуге болады. Ақша келген бойда өзіміз жазамыз.
invoice-how-card = Шот төмендегі хабарламада: ондағы «Төлеу» түймесін басып, картаңызды енгізіңіз. Төлем өткен бойда өзіміз жазамыз.
invoice-how-stars = { $stars } жұлдызға шот төмендегі хабарламада: ондағы «Төлеу» түймесін басыңыз. Төлем өткен бойда өзіміз жазамыз.
invoice-left = Шот тағы { $minutes } минут жарамды.
invoice-what-purchase = { $plan } тарифі, { $period }
invoice-what-top-up = Балансты толтыру
invoice-description-purchase = Atlas Secure: { $plan }, { $period }
invoice-description-top-up = Atlas Secure: балансты толтыру
button-pay-now = 💳 { $price } төлеу
button-check-payment = 🔎 Төлемді тексеру
button-cancel-invoice = ✖️ Шотты жабу
invoice-not-paid-yet = Төлем әзірге келген жоқ. Әдетте бұған бір минуттай кетеді.
invoice-already-paid = Төлем келді ✅
invoice-cancelled = Шот жабылды. Егер төлеп үлгерген болсаңыз, ақшаңыз жоғалмайды.
invoice-gone = Бұл шот жабылып қойған
provider-away =
    Төлем қызметі қазір жауап бермей тұр. Ақша алынған жоқ.

    Бір минуттан кейін қайталап көріңіз немесе басқа тәсілді таңдаңыз.

top-up-title =
    <b>Балансты толтыру</b>
    Қазір: { $balance }

    Соманы таңдаңыз
button-top-up-custom = ✍️ Басқа сома
top-up-ask = Соманы рубльмен жазыңыз: 100-ден 100 000-ға дейін
top-up-bad-amount = 100-ден 100 000-ға дейінгі бүтін сан керек (рубльмен). Мысалы: 500
top-up-method-title =
    Балансқа <b>{ $price }</b> салу

    Төлем тәсілін таңдаңыз

profile-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>

    👛 Баланс: <b>{ $balance }</b>
profile-none = 🔒 Әзірге жазылым жоқ
profile-ended = ⌛️ Жазылым аяқталды: { $until }
profile-preparing = ⏳ Төленді, аяқталуы: <b>{ $until }</b> UTC. Кілтіңізді дайындап жатырмыз — бұған бірнеше секунд кетеді.
profile-active = ✅ Жазылым ашық, аяқталуы: <b>{ $until }</b> UTC
profile-held = 💸 Шығаруды күтіп тұр: <b>{ $amount }</b>
button-key = 🔑 Кілтті көрсету
button-qr = 📷 QR-код
key-message = 🔑 Кілтіңіз — көшіру үшін басыңыз:
key-sent = Кілт хабарламамен жіберілді
key-none = Әзірге ашық жазылым жоқ
key-preparing = Кілт әлі дайындалып жатыр — осында жібереміз
qr-caption = Кодты қолданбада сканерлеңіз

notice-payment-new =
    ✅ <b>{ $price } төлем келді</b>

    Қолжетімділік <b>{ $until }</b> күніне дейін. Кілт келесі хабарламамен келеді.
notice-payment-renewal =
    ✅ <b>{ $price } төлем келді</b>

    Жазылым <b>{ $until }</b> күніне дейін ұзартылды. Кілт бұрынғыдай қалады.
notice-payment-late = Ол кезде шот жабылып қойған еді, бірақ төлемді қабылдадық.
notice-payment-excess = Шоттағыдан артық төлепсіз: { $excess } балансыңызда қалды.
notice-wallet-credited =
    💰 <b>Баланс { $price }-ге толтырылды</b>

    Енді баланста { $balance }
notice-already-paid =
    💰 <b>{ $price } төлем келді — балансқа түсті</b>

    Бұл шот бұрын төленген еді, сондықтан ақша өзіңізде қалды. Енді баланста { $balance }
notice-underpaid =
    💰 <b>{ $price } келді — шоттағыдан аз</b>

    Ақша жоғалған жоқ: ол балансыңызда, енді онда { $balance }
notice-commission =
    🎁 <b>Сізге { $amount } есептелді</b>

    Досыңыз жазылымға төледі немесе балансын толтырды — бұл соманың { $percent } %-ы. Ақша балансыңызға түсті.

    Деңгейіңіз: { $level }
notice-referral-joined =
    👋 <b>Сілтемеңізбен жаңа дос келді</b>

    Оның әр төлемінен пайыз алып тұрасыз.
notice-withdrawal-approved =
    ✅ <b>{ $amount } шығару мақұлданды</b>

    Ақша 3 жұмыс күні ішінде келеді.
notice-withdrawal-rejected =
    ↩️ <b>{ $amount } шығару қабылданбады</b>

    Ақша балансқа қайтарылды.
notice-withdrawal-reason = Себебі: { $reason }
notice-withdrawal-contact = Сұрағыңыз қалса, қолдау қызметіне жазыңыз.
notice-refunded = ↩️ <b>Төлем қайтарылды: { $amount }</b>
notice-refunded-wallet = Баланстан { $amount } алынды.
notice-refunded-debt = Тағы { $amount } балансқа келесі түсетін ақшадан алынады.
notice-refunded-shortened = Қолжетімділік енді <b>{ $until }</b> күніне дейін.
notice-refunded-over = Осы төлем берген қолжетімділік аяқталды.
notice-refunded-kept = Қолжетімділік мерзімі өзгерген жоқ.
notice-adjusted-up =
    💰 <b>Балансқа { $amount } түсті</b>

    Себебі: { $reason }
    Енді баланста { $balance }
notice-adjusted-down =
    💰 <b>Баланстан { $amount } алынды</b>

    Себебі: { $reason }
    Енді баланста { $balance }
notice-traffic-used-up =
    📶 <b>Трафик таусылды: { $limit } ГБ</b>

    Қосылым тоқтатыла тұрды, кілт бұрынғыдай қалады.
notice-traffic-resets = { $date } күні ол өзі қайта іске қосылады.
notice-traffic-support = Тағы керек болса, қолдау қызметіне жазыңыз.
notice-access-ready =
    🎉 <b>Қолжетімділік дайын</b> — { $until } күніне дейін

    🔑 Кілтіңіз, көшіру үшін басыңыз:

instruction-text =
    📲 <b>Қалай қосылады</b>

    1. Құрылғыңызға <b>v2RayTun</b> қолданбасын орнатыңыз.
    2. Осы ботта профиліңізді ашып, кілтті көшіріңіз.
    3. Қолданбада «+» түймесін басып, «Алмасу буферінен импорттау» дегенді таңдаңыз.
    4. Қосылымды іске қосыңыз.

    Қосылмай ма? Қолданбаны жаңартып, құрылғыдағы күн мен уақытты тексеріңіз де, бізге жазыңыз.
button-ios = 🍏 iPhone және iPad
button-android = 🤖 Android
button-desktop = 💻 Компьютер
help-text =
    💬 <b>Қолдау</b>

    Не болғанын жазыңыз — көмектесеміз.
button-help-contact = Қолдау қызметіне жазу
info-text =
    ℹ️ <b>Atlas Secure</b>

    VLESS протоколындағы VPN. Қандай сайттарға кіргеніңізді жазып алмаймыз, ал әр төлеміңізді есеп кітабымыздан тексеруге болады.

error-try-later = Бірдеңе дұрыс болмады. Біз бұл туралы білеміз; сәл кейінірек қайталап көріңіз.
error-stale = Бұл түйме ескірген — міне, жаңа экран
too-often = Тым жиі басып жатырсыз. { $seconds } секундтан кейін қайталап көріңіз.
payments-off = ⏸ Төлем қабылдау аз уақытқа тоқтатылды. Баланстағы ақша аман, ал төлеп қойғаныңыз есептеледі. Сәл кейінірек қайталап көріңіз.
unknown-text = Мен түймелер мен командаларды түсінемін. Басты мәзір — төмендегі түймеде.

command-start = Басты мәзір
command-profile = Профиль және кілт
command-buy = Сатып алу немесе ұзарту
command-referral = Дос шақыру
command-instruction = Қалай қосылады
command-help = Қолдау
command-info = Қызмет туралы
command-language = Тіл

referral-title =
    🎁 <b>Достарыңызды шақырыңыз — олардың әр төлемінен { $percent } % алыңыз</b>

    Сілтемеңіз:
    <code>{ $link }</code>

    Деңгей: <b>{ $level }</b>
    Сілтемемен келгені: { $invited }
    Оның ішінде төлейтіні: { $paying }
    Табысыңыз: <b>{ $earned }</b>
referral-to-next = Келесі деңгейге дейін төлейтін { $missing } дос жетпейді
referral-highest = Бұл — ең жоғары деңгей 🏆
referral-level-silver = Silver Access
referral-level-gold = Gold Access
referral-level-platinum = Platinum Access
button-share = 📤 Сілтемемен бөлісу
referral-share-text = Жылдам әрі сенімді VPN — Atlas Secure

withdrawal-ask =
    💸 <b>Ақша шығару</b>

    Баланста { $balance }. Соманы жазыңыз: кемінде { $minimum } және баланстағыдан артық емес.
withdrawal-too-little = { $minimum }-ден бастап шығаруға болады. Қазір баланста { $balance }.
withdrawal-waits = Қазір { $amount } шығаруға болады: дос үшін берілген сыйақы оның төлемінен { $days } күн өткен соң қолжетімді болады. Оны жазылымға бірден жұмсай аласыз.
withdrawal-bad-amount = Соманы оқи алмадық. Оны санмен жазыңыз, мысалы: 1500 немесе 1500,50
withdrawal-below-minimum = Бұл ең аз сомаға жетпейді: { $minimum }-ден бастап шығаруға болады. Басқа сома жазыңыз.
withdrawal-above-balance = Баланста небәрі { $balance }. Азырақ сома жазыңыз.
withdrawal-ask-details =
    <b>{ $amount }</b> шығарамыз.

    Қайда аударайық? Бір хабарламамен карта нөмірін немесе СБП-ға арналған телефонды, банк пен алушының атын жазыңыз.
withdrawal-bad-details = 5-тен 500 таңбаға дейін керек: карта нөмірі немесе телефон, банк және алушының аты.
withdrawal-confirm =
    💸 <b>Өтінімді тексеріңіз</b>

    Сома: <b>{ $amount }</b>
    Қайда: <code>{ $preview }</code>

    Растаған соң бұл сома шешім шыққанша баланста бөлек тұрады — әдетте бір күн ішінде.
button-withdraw-send = ✅ Растау
button-cancel = ✖️ Бас тарту
withdrawal-sent =
    ✅ <b>{ $amount } шығару өтінімі қабылданды</b>

    Тексеріп, өзіңізге жазамыз. Баланста { $balance } қалды.
withdrawal-debt = Алдымен қайтарылған төлем бойынша қарызды жабу керек — қолдау қызметіне жазыңыз, бірге шешеміз.
withdrawal-short = Баланста ақша жетпей қалды: қазір онда { $balance }.
withdrawal-lost = Өтінім ескірген — қайтадан бастаңызшы
withdrawal-decided = Бұл ақша шығару өтінімі қаралып қойған

admin-title =
    🛠 <b>Дүкен панелі</b>
    Сіздің рөліңіз: { $role }

    Шешім күткен ақша шығару: { $withdrawals }
    Ашық тапсырмалар: { $tasks }
button-admin = 🛠 Басына
button-admin-withdrawals = 💸 Ақша шығару
button-admin-tasks = 📋 Тапсырмалар
admin-withdrawals-title = 💸 <b>Шешім күткен ақша шығару</b> — { $page }-бет, барлығы { $pages }
admin-withdrawals-none = 💸 Шешім күткен ақша шығару жоқ.
admin-withdrawal-line = { $amount } · { $customer } · { $at }
admin-withdrawal-card =
    💸 <b>{ $amount } шығару</b>

    Клиент: <code>{ $customer }</code>
    Баланста қалғаны: { $balance }
    Өтінім: <code>{ $id }</code>
admin-withdrawal-approvals = Келіскені: { $given }, керегі: { $needed } — әртүрлі әкімші болуы тиіс
admin-withdrawal-details = Деректемелер: <code>{ $details }</code>
admin-withdrawal-approved = ✅ Мақұлданды. Ақшаны клиентке аударыңыз.
admin-withdrawal-rejected = ↩️ Қабылданбады, ақша клиенттің балансына қайтарылды.
admin-withdrawal-reject-ask =
    <b>{ $amount }</b> шығарудан бас тартылсын ба? Ақша клиенттің балансына қайтады, ал ол себебін көреді.
admin-withdrawal-approve-ask =
    <b>{ $amount }</b> шығаруды мақұлдайсыз ба? Клиентке бірден хабар барады, ал ақшаны өзіңіз аударасыз: мұны қайтаруға болмайды.

    Деректемелер: <code>{ $details }</code>
withdrawal-reason-details = деректемелер келмеді
withdrawal-reason-check = өтінім тексерістен өтпеді
withdrawal-reason-asked = өз өтінішіңіз бойынша
button-reject-details = Деректемелер келмеді
button-reject-check = Тексерістен өтпеді
button-reject-asked = Клиенттің өтініші
button-approve = ✅ Мақұлдау
button-reject = ↩️ Қабылдамау
button-details = 🔐 Деректемелер
button-page-back = ◀️
button-page-on = ▶️
admin-unknown = Мұндай өтінім жоқ
admin-decided = Бұл өтінім шешіліп қойған
admin-debt = Клиенттің дүкенге қарызы бар: алдымен қарыз қайтарылуы керек. Өтінімді қабылдамаңыз — сома қарызға есептеледі.
admin-same = Сіз келісіп қойғансыз — басқа әкімші керек
admin-own = Мұны өзі үшін тек иесі жасай алады — әріптесіңізден сұраңыз
admin-off = Әкімшілердің әрекеттері өшірулі
admin-second-needed = Келісіміңіз жазылды. Тағы бір әкімші керек
admin-tasks-title = 📋 <b>Ашық тапсырмалар</b> — { $page }-бет, барлығы { $pages }
admin-tasks-none = 📋 Ашық тапсырма жоқ.
admin-task =
    📋 <b>{ $what }</b>
    { $details }
    <code>{ $command }</code>
task-suspended-charge = Иесі табылмаған ақша
task-refund-declined = Төлем жүйесі ақшаны қайтармады
task-reconciliation = Төлем жүйесінің есебі біздікінен өзгеше
task-notice-unreadable = Төлем жүйесінен түсініксіз хабарлама келді
task-ledger = Есепті тексеру қате тапты
chain-head =
    🔗 <b>{ $sequence }</b>-буын, { $at } UTC
    <code>{ $hash }</code>

    Бұл хабарламаны өшірмеңіз: одан жазбалардың кейін өзгертілмегені көрінеді.

precheckout-gone = Бұл шот енді жарамсыз. Ақша алынған жоқ — ботқа оралып, тарифті қайта таңдаңыз.
precheckout-paid = Бұл шот төленіп қойған. Екінші рет төлеудің қажеті жоқ.
precheckout-stranger = Бұл шот басқа адамға жазылған. Ботты ашып, өзіңізге тариф таңдаңыз.
precheckout-changed = Шоттың сомасы өзгерген. Ақша алынған жоқ — ботқа оралып, тарифті қайта таңдаңыз.
precheckout-try-again = Шотты тексере алмадық. Ақша алынған жоқ — бір минуттан кейін қайталап көріңіз.

button-connect = 📲 Құрылғыны қосу
button-new-link = 🔁 Жаңа сілтеме
button-new-link-yes = 🔁 Сілтемені ауыстыру
new-link-ask =
    🔁 <b>Жазылым сілтемесін ауыстырасыз ба?</b>

    Ескісі бірден ашылмай қалады: сол арқылы жаңаратын қолданбаларды қайта қосу керек болады.
new-link-done = Дайын: сілтеме ауыстырылды, ескісі енді ашылмайды.

device-limit-announce = Құрылғы саны шегіне жетті. Ботта артығын жойыңыз: Профиль → Құрылғылар — содан кейін жазылымды жаңартыңыз.
connect-title = 📲 <b>Жазылым сілтемеңіз</b> — көшіру үшін басыңыз:
connect-steps =
    1. Төмендегі қолданбалардың бірін орнатыңыз.
    2. Оның түймесін басыңыз — жазылым өзі қосылады. Немесе сілтемені қолданбаға қолмен қойыңыз.
    3. Қосылымды іске қосыңыз.
connect-qr-caption = Басқа құрылғының камерасын бағыттаңыз: код жазылымыңызды ашады
button-connect-page = 🌐 Бетті ашу
button-connect-qr = 📷 Сілтеменің QR-коды
button-devices = 📱 Құрылғылар
button-devices-clear = 🗑 Бәрін жою
devices-title = 📱 <b>Құрылғылар: { $count } / { $limit }</b>
devices-title-any = 📱 <b>Құрылғылар: { $count }</b>, шектеусіз
devices-empty = Әзірге бос: құрылғы ондағы қолданба жазылымды жүктегенде осында көрінеді.
devices-note = Жойылған құрылғы орнын бірден босатады және қайта қосыла алады. Құрылғысын атамайтын қолданбалар мұнда көрінбейді.
devices-more = …тағы { $rest }
devices-removed = Жойылды
devices-gone = Бұл құрылғы тізімде жоқ
device-line =
    { $number }. <b>{ $name }</b>{ $details }
    { $seen }
device-seen = Соңғы жаңаруы: { $ago }
device-seen-now = Соңғы бір сағатта жаңарған
device-unnamed = Атауы жоқ
button-new-key = 🔑 Жаңа кілт
button-new-key-yes = 🔑 Жаңасын шығару
new-key-ask =
    🔑 <b>Жаңа кілт шығарасыз ба?</b>

    Кілтіңіз бөгде адамның қолына түссе, осылай жасаңыз. Қолданбалар жазылымды жаңартқанда жаңасын өзі алады; ескісі бірнеше секундта істемей қалады.
new-key-done = Дайын: жаңа кілт серверлерде. Қолданбаларда жазылымды жаңартыңыз.
new-key-no-access = Қазір жазылым жоқ
new-key-too-often = Жаңа кілтті тәулігіне үш рет шығаруға болады. Тағы керек болса — қолдау қызметіне жазыңыз.
profile-traffic = 📶 Трафик: { $used } ГБ
profile-traffic-limit = 📶 Трафик: { $used } / { $limit } ГБ
profile-traffic-resets = { $date } күні қайта басталады
profile-suspended = ⏸ Трафик таусылды, қосылым тоқтатыла тұрды
button-trial = 🎁 3 күн тегін байқап көру
trial-started =
    🎉 <b>Сынақ мерзімі басталды</b> — аяқталуы { $until } (UTC).

    Кілт келесі хабарламамен келеді.
trial-not-for-you = Сынақ мерзімін бір рет, алғашқы сатып алуға дейін ғана алуға болады
button-renewal-on = 🔄 Автоұзартуды қосу
button-renewal-off = ⏹ Автоұзартуды өшіру
renewal-on = Автоұзарту қосылды
renewal-off = Автоұзарту өшірілді
profile-renews = 🔄 Автоұзарту: { $plan }, { $period } — аяқталар алдында баланстан { $price }
profile-renews-short = ⚠️ Ұзартуға { $missing } жетпейді
profile-renews-not = 🔄 Автоұзарту өшірулі
just-renewed =
    🔄 Жазылым жаңа ғана өзі ұзарды — <b>{ $until }</b> күніне дейін.

    Екінші рет төлеудің қажеті жоқ. Тағы ұзартқыңыз келсе, бес минуттан кейін оралыңыз.
notice-ends = ⏳ <b>Жазылым { $until } күніне дейін ашық</b>
notice-left-hours = { $hours } сағат қалды.
notice-left-days = { $days } күн қалды.
notice-ends-renews = Автоұзарту қосулы: баланста ақша жетсе, жазылым өзі ұзарады.
notice-ended =
    ⌛️ <b>Жазылым аяқталды</b>

    Оны қайта сатып алыңыз — кілт бұрынғыдай қалады, қолданбада ештеңе өзгертудің қажеті жоқ.
notice-trial-first-hours =
    👋 <b>Сынақ мерзімі { $until } күніне дейін</b>

    Бәрі қосылды ма? Қосылмаса — нұсқаулық осында, қалғанына қолдау қызметі көмектеседі.
notice-trial-third-day = 🎁 <b>Сынақ мерзімі аяқталып келеді</b>
notice-trial-last-hours = ⏳ <b>Сынақ мерзімі жақында бітеді</b>
notice-trial-ended =
    ⌛️ <b>Сынақ мерзімі аяқталды</b>

    Ұнаса — жазылым сатып алыңыз: кілт бұрынғыдай қалады, қолданбада ештеңе өзгертудің қажеті жоқ.
notice-renewed =
    🔄 <b>Жазылым { $until } күніне дейін ұзарды</b>

    Баланстан { $price } алынды.
notice-renewal-short =
    💳 <b>{ $plan } ұзартуға ақша жетпеді</b>

    Жазылым { $until } күніне дейін ашық, баланста { $balance }. Балансты толтырыңыз — жазылым өзі ұзарады.
notice-referral-trial = 🎁 Сіз шақырған дос сынақ мерзімін бастады. Ол жазылымға төлегенде сыйақы келеді.
stuck-title = 🚧 Төленген, бірақ әлі істемейді: { $count }
stuck-line = { $customer }: басталуы { $since } UTC, әрекет саны: { $attempts }

# Таратылымдар
broadcast-info = ℹ️ <b>{ $title }</b>
broadcast-maintenance = 🛠 <b>{ $title }</b>
broadcast-security = 🔒 <b>{ $title }</b>
broadcast-promo = 🎁 <b>{ $title }</b>
operator-broadcast-done = 📣 <b>«{ $title }» таратылымы аяқталды</b>
operator-broadcast-paused = ⏸ <b>«{ $title }» таратылымы тоқтатылды</b>
operator-broadcast-counts =
    Алушылар: { $recipients }
    Жеткізілді: { $sent }
    Жеткізілмеді: { $failed }
    Белгісіз: { $unknown }
    Өткізіп жіберілді: { $skipped }
operator-broadcast-problem = Telegram мәтінді қабылдамайды: { $problem }
system-trouble = 🚨 Ақау бар:
system-line = • { $component }: { $status } ({ $reason }), басталуы { $since } UTC
system-well = ✅ Бәрі қайтадан қалыпты

outage-apology = ⏳ Қызмет аз уақытқа қолжетімсіз. Әрекетіңіз сақталды және орындалады, қайталаудың қажеті жоқ.

button-repeat = 🔁 Өткен жолғыдай — { $price }
button-history = 🧾 Тарих
history-title = 🧾 <b>Жазылым тарихы</b>
history-none = Әзірге бос.
history-line =
    { $at } · { $what } · { $plan }
    { $until } күніне дейін
history-purchase = сатып алу
history-renewal = ұзарту
history-promo = промокодпен тегін
history-operator = бізден сыйлық
history-trial = сынақ мерзімі
button-status = 🟢 Қызмет күйі
button-status-again = 🔄 Жаңарту
status-title = <b>Қызмет күйі</b>
status-access-well = ✅ VPN серверлері жұмыс істеп тұр
status-access-slow = ⚠️ VPN серверлерінің бір бөлігі қолжетімсіз — жөндеп жатырмыз
status-access-down = ⛔️ VPN серверлері қазір қолжетімсіз — жөндеп жатырмыз
status-payments-well = ✅ Төлем жұмыс істеп тұр
status-payments-slow = ⚠️ Төлем кешігіп өтіп жатыр
status-kept = Төлегеніңіздің бәрі сақталады: қолжетімділік өзі келеді, ештеңе басудың қажеті жоқ.
button-privacy = 🔏 Құпиялылық
button-channel = 📣 Біздің арна
privacy-text =
    🔏 <b>Құпиялылық</b>

    Біз Telegram ID-іңіз бен атыңызды, төлемдеріңізді, жазылым мерзімін және трафик көлемін сақтаймыз — жазылым істеп тұруы, ақша есебі дұрыс болуы үшін.

    Қандай сайттарды ашып, олар арқылы не жібергеніңізді жазбаймыз. Карта деректерін төлем қызметі ғана көреді.
button-levels = ❓ Бұл қалай істейді
levels-title =
    ❓ <b>Бұл қалай істейді</b>

    Досыңыз сілтемеңізді ашып, төлейді — сіз бірден балансыңызға пайыз аласыз. Төлейтін дос көбейген сайын деңгейіңіз өседі:
levels-first = <b>{ $level }</b> — { $percent } %, төлейтін алғашқы достан бастап
levels-line = <b>{ $level }</b> — { $percent } %, төлейтін достар: кемінде { $from }
levels-note = Баланстағы ақшамен жазылымға төлеуге немесе оны шығарып алуға болады.

button-admin-system = 🩺 Күйі
button-admin-features = 🎚 Қосқыштар
admin-system-green = 🟢 <b>Бәрі дұрыс</b>
admin-system-yellow = 🟡 <b>Қарап шығатын нәрсе бар</b>
admin-system-red = 🔴 <b>Дүкен сата алмай тұр</b>
admin-component-database = Дерекқор
admin-component-payments = Төлем қызметтері
admin-component-vpn_api = VPN түйіндері
admin-state-healthy = жұмыс істейді
admin-state-degraded = жартылай жұмыс істейді
admin-state-unavailable = жұмыс істемейді
admin-features-title =
    🎚 <b>Қосқыштар</b>

    Бірден және барлық процесте күшіне енеді. Әкімшілердің әрекеттері тек atlas flag командасымен өшіріледі.
feature-payments = Төлем
feature-vpn-provisioning = Қолжетімділік беру
feature-auto-renewal = Автоұзарту
feature-background-workers = Фондық жұмыс
feature-admin-actions = Әкімшілердің әрекеттері
button-feature-off = ⏸ Өшіру: { $feature }
button-feature-on = 🟢 Қосу: { $feature }
admin-feature-off-ask = «{ $feature }» өшірілсін бе? Клиенттер мұны бірден байқайды.
admin-feature-on-ask = «{ $feature }» қосылсын ба?
button-yes = ✅ Иә
admin-feature-done = Дайын: барлық процесте күшінде
admin-system-line = • { $component }: { $state }

admin-no-right = Бұл үшін басқа рөл керек
admin-done = Дайын
role-owner = Иесі
role-admin = Әкімші
role-support = Қолдау қызметі
role-accountant = Бухгалтер
role-auditor = Аудитор
role-owner-may = Бәрін жасай алады және рөлдерді тек өзі тағайындайды.
role-admin-may = Рөл тағайындаудан басқаның бәрін жасай алады.
role-support-may = Клиенттер мен дүкеннің күйін көреді, қолжетімділік береді және тоқтатады. Ақшаны көрмейді.
role-accountant-may = Клиенттерді, ақшаны және журналды көреді, баланстарды түзетеді, ақша шығаруды шешеді, есептерді жүктейді.
role-auditor-may = Бәрін көреді және есептерді жүктейді, бірақ ештеңені өзгертпейді.
button-admin-team = 👥 Команда
admin-team-title =
    👥 <b>Команда</b>

    Рөл бірден күшіне енеді: келесі басудан бастап.
button-team-add = ➕ Қосу
admin-team-ask = Ботты бұрын іске қосқан адамның ID нөмірін немесе @username атын жіберіңіз.
admin-person-unknown = Мұндай клиент жоқ.
admin-member =
    👤 { $name } · <code>{ $id }</code>
    Рөлі: <b>{ $role }</b>
admin-member-none = жоқ
admin-member-appointed = Сервер баптауларында тағайындалған: бұл жерде өзгермейді.
button-role-take = 🚫 Рөлді алып тастау
admin-role-ask = <code>{ $id }</code> үшін «{ $role }» рөлін тағайындайсыз ба?
admin-role-take-ask = <code>{ $id }</code> рөлін алып тастайсыз ба?

button-settings = ⚙️ Баптаулар
settings-title =
    ⚙️ <b>Баптаулар</b>

    Тіл: { $language }
button-vip = 👑 VIP
vip-text =
    👑 <b>VIP</b>

    • кез келген тариф пен мерзімге { $percent } % жеңілдік
    • жеке менеджер және кезексіз көмек
    • барлық құрылғыңызға баптап беру

    Айына { $month } немесе жарты жылға { $halfYear }. Менеджер қосады — соған жазыңыз.
vip-active = ✅ Сізде VIP бар: жеңілдік бағаларға енгізілген.
button-manager = 💬 Менеджерге жазу
button-corporate = 🏢 Компанияға
corporate-text =
    🏢 <b>Компанияға</b>

    Қызметкерлерге қолжетімділік, бір шот және құжаттар. Өтінім жіберіңіз — менеджер сізге Telegram-да жазады.

    Біз оған сіздің ID нөміріңізді, пайдаланушы атыңызды және жазылымыңыз бар-жоғын береміз. Батырманы басу арқылы келісім бересіз.
button-corporate-send = ✅ Өтінім жіберу
corporate-sent = ✅ <b>Өтінім қабылданды</b> — менеджер сізге жақында жазады.
task-corporate-request = Компанияға қолжетімділік өтінімі

# Insight
button-admin-dashboard = 📊 Шолу
button-admin-statistics = 📈 Статистика
button-admin-analytics = 💰 Аналитика
button-admin-metrics = ⏱ Көрсеткіштер
button-admin-audit = 📜 Журнал
button-admin-waiting = 🚧 Қосылуды күткендер
admin-since = басталуы { $at } UTC
dashboard-waiting = Қосылуды күткендер: { $count }
dashboard-tasks = Ашық тапсырмалар: { $tasks }
dashboard-withdrawals = Шешім күткен ақша шығару: { $withdrawals }
dashboard-trouble = Соңғы ақау: { $component }, { $at } UTC
dashboard-no-trouble = Ақау болған жоқ
dashboard-issues = Назар аудару керек:
issue-payments-off = Төлем өшірулі: ешкім сатып ала алмайды
issue-every-provider-silent = Төлем қызметтері жауап бермейді: тек баланстан сатып алуға болады
issue-every-node-down = Бірде-бір түйін жауап бермейді: жаңа кілтті ешкім алмайды
issue-provisioning-off = Қолжетімділік беру өшірулі: төлегендер кілт күтіп тұр
issue-no-nodes = Түйіндер жоқ: сататын ештеңе жоқ
issue-books-wrong = Есепті тексеру қате тапты: тапсырмаларды қараңыз
issue-some-providers-silent = Кейбір төлем қызметтері жауап бермейді: бәрі бірдей төлей алмайды
issue-some-nodes-down = Кейбір түйіндер жауап бермейді: клиенттер қосалқы серверсіз қалды
issue-access-waits = Төленген, бірақ әлі істемейтін қолжетімділік бар
issue-money-without-owner = Иесі табылмаған ақша бар: тапсырмаларды қараңыз
issue-passes-off = Фондық жұмыс өшірулі: еске салу мен ұзарту тоқтап тұр
issue-renewal-off = Автоұзарту өшірулі: жазылымдар өздігінен аяқталады
admin-processes = Процестер:
admin-process = • { $process }: { $days } күн { $hours } сағ { $minutes } мин
statistics-title = 📈 <b>Статистика</b>
statistics-customers =
    👥 Клиенттер: <b>{ $all }</b>
    Бүгін келгені: { $today }
    7 күнде: { $week }
    30 күнде: { $month }
statistics-subscriptions =
    🔑 Қазіргі жазылымдар: <b>{ $live }</b>
    Оның ішінде сынақ: { $trials }
    Аяқталғаны: { $ended }
statistics-payments =
    💳 Төлемдер: <b>{ $payments }</b>
    Төленген шоттар: { $paid }
    Төленбеген немесе жабылған: { $unpaid }
analytics-title = 💰 <b>Аналитика</b>
analytics-totals =
    Түсім: <b>{ $revenue }</b>
    Төлейтін клиенттер: { $payers }
    ARPU: { $arpu }
    Орташа LTV: { $ltv }
analytics-months = <b>{ $before } → { $now }</b>
analytics-line = { $what }: { $before } → { $now } ({ $change })
analytics-month-revenue = Түсім
analytics-month-payments = Төлемдер
analytics-month-customers = Жаңа клиенттер
analytics-month-subscriptions = Жаңа жазылымдар
analytics-note = Түсім — қайтарылған төлемдерді шегергендегі сырттан келген ақша. Баланстан сатып алу екінші рет есептелмейді. ARPU — төлейтін бір клиентке келетін түсім, LTV — дәл сол, бірақ дос үшін берілетін сыйақыларсыз.
metrics-title = ⏱ <b>Көрсеткіштер</b>
metrics-text =
    Төлемнен қолжетімділікке дейін: { $wait } — 30 күнде
    Төленген шоттар: { $paid } — 30 күнде
    Бір клиенттің жазылым мерзімі: { $lifetime } күн
    Бір клиенттің ұзартулары: { $renewals }
metrics-seconds = { $count } сек
metrics-minutes = { $count } мин
audit-title-all = 📜 <b>Журнал</b>, жаңасы жоғарыда, уақыты UTC
audit-title-team = 📜 <b>Команда журналы</b>, жаңасы жоғарыда, уақыты UTC
audit-none = 📜 Жазба жоқ.
audit-line = <b>{ $at }</b> { $action } · { $actor }
audit-target = → { $target }
audit-details = <i>{ $details }</i>
button-audit-all = 👥 Барлығын көрсету
button-audit-team = 🛠 Тек команда
waiting-title = 🚧 <b>Төленген, бірақ әлі істемейді: { $count }</b> — { $page }-бет, барлығы { $pages }
waiting-none = ✅ Төлегендердің бәрі қосылған.
waiting-line = <code>{ $customer }</code> { $name }: басталуы { $since } UTC, әрекет саны: { $attempts }
button-waiting-retry = 🔁 { $customer }
button-waiting-retry-all = 🔁 Бәріне қайталап көру
waiting-retried = Қайталап көріп жатырмыз
waiting-over = Енді күтіп тұрған жоқ
waiting-off = Қолжетімділік беру өшірулі
button-admin-nodes = 🖥 Түйіндер
nodes-title = 🖥 <b>Түйіндер</b> — { $page }-бет, барлығы { $pages }
nodes-none = 🖥 Әзірге түйін жоқ: оларды atlas node add командасы қосады.
node-active = жұмыс істейді
node-draining = жаңа клиентсіз
node-disabled = өшірулі
node-removed = жойылған
node-health-healthy = байланыста
node-health-down = жауап бермейді
node-health-dead = жоғалды, клиенттері көшірілді
node-health-unchecked = әлі тексерілмеген
node-card =
    🖥 <b>{ $name }</b> · { $location }

    Режим: { $state }
    Байланыс: { $health }
    Тексерілді: { $checked }
    Тізімімізге сай болды: { $inStep }
    Клиенттер: { $customers } / { $capacity }
    Ядро: { $core }
node-down-since = Жауап бермейді, басталуы { $at } UTC
node-problem = ⚠️ Жаңа баптау қабылданбады: { $problem }
button-node-active = 🟢 Қосу
button-node-draining = 🚰 Жаңа клиентсіз
button-node-disabled = ⛔️ Өшіру
button-node-check = 🔍 Қазір тексеру
button-nodes-check = 🔍 Бәрін тексеру
node-ask-active = <b>{ $name }</b> түйініне клиенттер қайта жіберілсін бе?
node-ask-draining = <b>{ $name }</b> түйініне жаңа клиент берілмесін бе? Ондағылар ({ $customers }) тағы бір сервер алады, ал бұл түйін жұмысын жалғастырады.
node-ask-disabled = <b>{ $name }</b> түйіні өшірілсін бе? Ол ондағылардың бәрін бірден ұмытады: { $customers }.
node-stranded = ⚠️ Серверсіз қалатындар: { $stranded }
node-unknown = Мұндай түйін жоқ
node-check-asked = Тексеру басталды: бірнеше секундтан кейін «Жаңарту» түймесін басыңыз
fleet-check-asked = Түйіндерді тексеріп жатырмыз: { $nodes }. Нәтижесі хабарламамен келеді
fleet-checked = 🔍 Барлық түйін тексерілді: { $nodes }. Тізімімізге сай: { $inStep }, олардағы клиенттер: { $customers }.
fleet-others = Сай емес немесе жауап бермеді: { $names }
button-task = 📋 Тапсырманы ашу
button-task-number = 📋 { $number }-тапсырма
button-task-assign = 👤 Клиентке беру
button-task-resolve = ✅ Тапсырманы жабу
task-since = Ашылған уақыты: { $at } UTC
task-is-done = ✅ Бұл тапсырма шешілді
task-money =
    Сома: <b>{ $amount }</b>
    Төлеушінің Telegram ID-і: { $payer }
task-ask-text = Не істелгенін жазыңыз: ол журналға түседі.
task-ask-customer = Бұл кімнің ақшасы? Клиенттің ID нөмірін немесе @username атын, болмаса төлемнің не шоттың ID нөмірін жіберіңіз.
task-ask-reason = Неге осы клиентке? Қысқаша жазыңыз: ол журналға түседі.
task-bad-text = { $most } таңбадан аспайтын мәтін керек.
task-close-ask =
    Тапсырма осы сөздермен жабылсын ба?

    <i>{ $text }</i>
task-give-ask =
    <code>{ $customer }</code> { $name } клиентіне <b>{ $amount }</b> берілсін бе?

    Баланс: { $before } → { $after }
    Себебі: <i>{ $reason }</i>

    Клиентке хабарлама барады.
task-unknown = Мұндай тапсырма жоқ
task-lost = Бұл ескірген — қайтадан бастаңызшы
task-money-waits = Бұл — ақша: оны клиентке беріңіз немесе қайтарыңыз
task-refunded = Бұл ақша қайтарылған немесе қайтарылып жатыр
task-no-amount = Төлемнің рубльдегі сомасы жоқ: оны тек қайтаруға болады
task-amount-changed = Сома енді басқа — қайтадан бастаңызшы
button-reconciliation = 🧾 Салыстыру
button-reconcile = 🧾 Қазір салыстыру
reconciliation-title = 🧾 <b>Төлем қызметтерімен салыстыру</b>
reconciliation-none = Бірде-бір төлем қызметі қосылмаған.
reconciliation-never = <b>{ $provider }</b>: әлі салыстырылмаған
reconciliation-line =
    <b>{ $provider }</b>: { $at } UTC
    Жазбалар: { $listed }, қосып есептелгені: { $settled }, айырмашылықтар: { $findings }
reconciliation-asked = Салыстыру басталды: бір минуттан кейін «Жаңарту» түймесін басыңыз

# Export
export-customers = Клиенттер
export-subscriptions = Ашық жазылымдар
export-charges = Төлемдер
export-transfers = Есеп жазбалары
export-audit = Әрекеттер журналы
export-caption = 📄 <b>{ $table }</b>: { $rows } жол
export-part = { $part }-бөлік
button-admin-export = 📤 Экспорт
export-title =
    📤 <b>Экспорт</b>

    Кестені таңдаңыз: файл осы чатқа келеді.
export-asked = Файлды дайындап жатырмыз: ол осы чатқа келеді
export-failed = ⚠️ «{ $table }» экспорты сәтсіз аяқталды. Себебі сервер журналында жазылған; кейінірек қайталап көріңіз.
# Ақау
incident-banner = ⚠️ { $text }
incident-default = Қазір іркілістер болуы мүмкін. Біз жөндеп жатырмыз — жазылымыңыз бен ақшаңыз аман.
button-admin-incident = 🚨 Ақау туралы хабар
admin-incident-title = 🚨 <b>Ақау туралы хабар</b>
admin-incident-on = 🔴 Барлығына көрсетіп тұрмыз — басты мәзірдің үстінде және қызмет күйінде:
admin-incident-off = ⚪️ Өшірулі. Қосылса, барлығы мынаны көреді:
admin-incident-by = Соңғы өзгеріс: <code>{ $actor }</code>, { $at }
button-incident-on = 🔴 Қосу
button-incident-off = ⚪️ Өшіру
button-incident-text = ✍️ Мәтінді өзгерту
admin-incident-ask =
    Клиенттерге не жазамыз? 1000 таңбаға дейін.
    Ойыңыздан айнысаңыз — /cancel.
admin-incident-bad = 1-ден 1000 таңбаға дейінгі мәтін керек.
admin-incident-draft = Барлығы мұны осылай көреді:
button-incident-save = ✅ Сақтап, қосу
admin-draft-gone = Бұл форма жабылып қойған — міне, қазіргі жағдай
admin-gone = Бұл енді мұнда жоқ
admin-choose = Төмендегі түймемен таңдаңыз.

# Промокодтар
button-admin-promos = 🎟 Промокодтар
admin-promos-title = 🎟 <b>Промокодтар</b>
admin-promos-none = Әзірге біреуі де жоқ. Алғашқысын жасаймыз ба?
admin-promo-line = <code>{ $code }</code> · −{ $percent } % · { $used } / { $max } · { $until }
promo-no-end = мерзімсіз
promo-state-active = жарамды
promo-state-deactivated = өшірілген
promo-state-expired = мерзімі бітті
promo-state-spent = түгел пайдаланылды
admin-promo-card =
    <code>{ $code }</code> — { $state }

    Жеңілдік: <b>{ $percent } %</b>
    Пайдаланылды: { $used } / { $max }
    Сақталып тұрғаны: { $held }
    Шектен артық: { $over }
    Аяқталуы: { $until }
    Жасалды: { $created }
button-promo-new = ➕ Промокод жасау
button-promo-end = ⏹ Өшіру
admin-promo-end-ask = <code>{ $code }</code> өшірілсін бе? Онымен енді жаңадан сатып алу болмайды, қайта қосуға да болмайды. Жеңілдікпен есептелген бағаны көріп үлгерген адам сол бағамен төлейді.
admin-promo-ask-code = Промокодты қалай атаймыз? 3–32 латын әрпі мен цифр.
admin-promo-ask-percent = Жеңілдік неше пайыз? 0-ден 100-ге дейін.
admin-promo-ask-unit = Ол қанша уақыт жарамды болады?
admin-promo-ask-hours = Неше сағат?
admin-promo-ask-days = Неше күн?
admin-promo-ask-months = Неше ай? Бір айда 30 күн.
admin-promo-ask-uses = Оны неше адам қолдана алады?
button-promo-random = 🎲 Кездейсоқ
button-promo-hours = Сағат
button-promo-days = Күн
button-promo-months = Ай
button-promo-unlimited = Мерзімсіз
button-promo-any-uses = ♾ Шектеусіз
admin-promo-bad-code = Тек латын әріптері мен цифрлар жарайды, 3-тен 32-ге дейін.
admin-promo-code-taken = Мұндай промокод бар, әлі жарамды.
admin-promo-bad-percent = 0-ден 100-ге дейінгі бүтін сан керек.
admin-promo-bad-time = 1-ден басталатын бүтін сан керек, барлығы он жылдан аспасын.
admin-promo-bad-uses = 1-ден миллионға дейінгі бүтін сан керек.
admin-promo-summary =
    🎟 <code>{ $code }</code>

    Жеңілдік: <b>{ $percent } %</b>
    Қолдану саны: { $max }
    Аяқталуы: { $until }

    Бәрі дұрыс па?
button-promo-create = ✅ Жасау

# Панельдегі хабарламалар
button-broadcasts = 📣 Таратылымдар
admin-broadcasts-title = 📣 <b>Таратылымдар</b>
admin-broadcasts-none = Әзірге біреуі де жоқ.
admin-broadcasts-signs = 📝 жоба · ▶️ жүріп жатыр · ⏸ кідіріп тұр · ✅ аяқталды · 🚫 бас тартылды
button-broadcast-new = ➕ Жаңа таратылым
button-broadcast-unsubscribed = 🎯 Жазылымы жоқтарға
button-broadcast-tests = 📊 A/B тесттер
button-broadcast-test = 📊 Мәтіндерді салыстыру
button-broadcast-start = 🚀 Жіберу
button-broadcast-preview = 👀 Қайта көрсету
button-broadcast-open = 📣 Хабарламаға
operator-broadcast-previewed = 👀 «{ $title }»: клиенттер жоғарыдағыдай көреді.
operator-broadcast-previewed-ab = 👀 «{ $title }»: жоғарыда екі мәтін: алдымен A, содан кейін B.
button-broadcast-pause = ⏸ Кідірту
button-broadcast-resume = ▶️ Жалғастыру
button-broadcast-cancel = 🚫 Таратылымнан бас тарту
button-broadcast-one = Бір мәтін
button-broadcast-ab = A/B: екі мәтін, жарты-жартыдан
broadcast-state-draft = жоба
broadcast-state-running = жүріп жатыр
broadcast-state-paused = кідіріп тұр
broadcast-state-done = аяқталды
broadcast-state-cancelled = бас тартылды
broadcast-kind-info = ℹ️ Жаңалық
broadcast-kind-maintenance = 🛠 Жөндеу жұмысы
broadcast-kind-security = 🔒 Қауіпсіздік
broadcast-kind-promo = 🎁 Акция
broadcast-segment-all = 👥 Барлығына
broadcast-segment-active = 🟢 Жазылымы барларға
broadcast-segment-no-subscription = 🎯 Жазылымы жоқтарға
admin-broadcast-card =
    <b>{ $title }</b> — { $state }

    Түрі: { $kind }
    Кімге: { $segment }
    Жасалды: { $created }
admin-broadcast-reach = Қазір оны { $count } клиент алады.
admin-broadcast-preview-comes = Үлгісі осы чатқа келе жатыр.
admin-broadcast-previewed = Үлгісі көрсетілді — жіберуге болады.
admin-broadcast-progress =
    Алушылар: { $recipients }
    Жіберілді: { $sent }
    Кезекте: { $waiting }
    Жеткізілмеді: { $failed }
    Белгісіз: { $unknown }
    Өткізіп жіберілді: { $skipped }
admin-broadcast-listing = Алушылар тізімі әлі жасалып жатыр.
admin-broadcast-left = Шамамен { $minutes } мин қалды.
admin-broadcast-start-ask = «{ $title }» { $count } клиентке жіберілсін бе?
admin-broadcast-cancel-ask = «{ $title }» таратылымынан бас тартылсын ба? Жіберілгені клиенттерде қалады; кейін жалғастыру мүмкін емес.
admin-broadcast-not-now = Қазір бұлай болмайды — міне, қазіргі жағдай
admin-broadcast-not-previewed = Алдымен үлгісін қараңыз: ол бірнеше секундта келеді. Келмесе — «Қайта көрсету».
admin-broadcast-not-taken = Telegram бұл мәтінді қабылдамайды — себебі төменде
admin-broadcast-tests-title = 📊 <b>A/B тесттер</b>
admin-broadcast-tests-none = Әзірге біреуі де жоқ: жаңа таратылымда «A/B» таңдаңыз.
admin-broadcast-test-line =
    <b>{ $title }</b> · { $at }
    A — { $a } ({ $partA } %), B — { $b } ({ $partB } %)
admin-broadcast-test-title = 📊 <b>{ $title }</b>
admin-broadcast-variant =
    <b>{ $variant } мәтіні</b> — жіберілді: { $sent } ({ $part } %)
    Алушылар: { $recipients }, жеткізілмеді: { $failed }, белгісіз: { $unknown }
admin-broadcast-test-total = Барлығы жіберілді: { $sent } / { $recipients }.
admin-broadcast-ask-title = Таратылымның тақырыбы қандай? 100 таңбаға дейінгі бір жол, оны клиенттер көреді.
admin-broadcast-ask-ab = Барлығына бір мәтін бе, әлде екеуін салыстырамыз ба?
admin-broadcast-ask-text = Мәтінді жіберіңіз, 3900 таңбаға дейін. Қалың қаріп, сілтемелер және басқа безендіру сақталады.
admin-broadcast-ask-text-a = A мәтінін жіберіңіз, 3900 таңбаға дейін. Безендіруі сақталады.
admin-broadcast-ask-text-b = Енді B мәтінін жіберіңіз.
admin-broadcast-ask-kind = Бұл қандай хабарлама? Тақырып алдындағы белгі соған байланысты.
admin-broadcast-ask-segment = Кімге жібереміз? Бұдан кейін үлгісін көрсетеміз — әзірге ештеңе кетпейді.
admin-broadcast-bad-title = 100 таңбаға дейінгі бір жол керек.
admin-broadcast-bad-text = 3900 таңбаға дейінгі мәтін керек.
admin-broadcast-bad-text-b = 3900 таңбаға дейінгі мәтін керек, A мәтінімен бірдей болмасын.

# Панельдегі рефералдар
button-admin-referrals = 🤝 Шақырулар
admin-referrals-totals =
    🤝 <b>Дос шақыру бағдарламасы</b>

    Шақырғандар: { $referrers }
    Шақырылғандар: { $invited }, оның ішінде төлейтіні: { $paying }
    Шақырылғандардан түсім: { $revenue }
    Кэшбэк: { $cashback }
    Бір шақырушыға орташа: { $average }
admin-referrals-top = <b>Ең көп түсім</b>
admin-referrals-none = Әзірге ешкім ешкімді шақырған жоқ.
admin-referrals-by-revenue = 🤝 <b>Түсім бойынша</b>
admin-referrals-by-invited = 🤝 <b>Шақырылғандар саны бойынша</b>
admin-referrals-by-cashback = 🤝 <b>Кэшбэк бойынша</b>
admin-referrer-line = { $place }. { $name } — { $invited } (төлейтіні { $paying }) · { $revenue } · кэшбэк { $cashback }
button-referral-by-revenue = 💰 Түсім бойынша
button-referral-by-invited = 👥 Шақырылғандар саны
button-referral-by-cashback = 🎁 Кэшбэк бойынша
button-referral-history = 🧾 Сыйақылар
button-referral-search = 🔎 Іздеу
admin-rewards-title = 🧾 <b>Сыйақылар</b>
admin-rewards-none = Әзірге сыйақы жоқ.
admin-reward-line = { $at } · <code>{ $referrer }</code> +{ $amount } ({ $percent } %): <code>{ $buyer }</code> төлегені { $base }
admin-referrer-reward = { $at } · +{ $amount } ({ $percent } %): <code>{ $buyer }</code> төлегені { $base }
admin-referrer-ask = Іздеген адамыңыздың ID нөмірін немесе @username атын жіберіңіз.
admin-referrer-nobody = Бұл клиент әзірге ешкімді шақырған жоқ.
admin-referrer-card =
    🤝 <b>{ $name }</b> · <code>{ $id }</code>

    Деңгей: { $level }, { $percent } %
    Шақырылғандар: { $invited }, оның ішінде төлейтіні: { $paying }
    Түсім: { $revenue }
    Кэшбэк: { $cashback }

# Хабарлама үлгілері
button-admin-samples = 🧪 Хабарлама үлгілері
admin-samples-title =
    🧪 <b>Хабарлама үлгілері</b>

    Басыңыз — бот хабарламаны клиенттер көретін түрде өзіңізге жібереді. Басқа ешкім алмайды.
admin-sample-sent = Үлгі өзіңізге жіберілді
sample-mark = 🧪 <b>Үлгі.</b> Сомалар, күндер және кілт ойдан алынған.
sample-trial-started = Сынақ басталды
sample-payment-new = Алғашқы сатып алу
sample-access-ready = Кілт дайын
sample-payment-renewal = Ұзарту
sample-renewed = Автоұзарту
sample-renewal-short = Ақша жетпеді
sample-ends-in-3-days = 3 күн қалды
sample-ends-in-24-hours = Бір тәулік қалды
sample-ends-in-6-hours = 6 сағат қалды
sample-ends-in-3-hours = 3 сағат қалды
sample-ended = Жазылым аяқталды
sample-trial-first-hours = Сынақ: 6 сағат
sample-trial-third-day = Сынақ: 48 сағат
sample-trial-last-hours = Сынақ: жақында бітеді
sample-trial-ended = Сынақ аяқталды
sample-wallet-credited = Балансты толтыру
sample-wallet-adjusted = Балансты түзету
sample-traffic-used-up = Трафик таусылды
sample-referral-joined = Дос келді
sample-referral-trial = Дос сынап жатыр
sample-commission-paid = Кэшбэк
sample-withdrawal-approved = Шығару мақұлданды
sample-withdrawal-rejected = Шығару қабылданбады
sample-refunded = Төлем қайтарылды
# Клиенттер
button-people = 👤 Клиенттер
people-ask = 🔎 ID, @username, шот немесе төлем нөмірін жіберіңіз.
people-lost = Басталған іс жоғалып қалды — қайтадан бастаңызшы.
people-changed = Осы арада бірдеңе өзгерді: карточканы қарап, қайта шешіңіз.
people-no-access = Ашық жазылым жоқ
person-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>
person-since = Бізге келген күні: { $date }, тілі: { $language }
person-unreachable = 🔕 Бот бұғатталған: хабарламалар жетпейді
person-access-none = Жазылым әлі болмаған
person-access-active = ✅ { $plan }, аяқталуы: { $until } UTC
person-access-preparing = ⏳ { $plan }, аяқталуы: { $until } UTC, кілт дайындалып жатыр
person-access-ended = ⌛️ { $plan } аяқталды: { $until } UTC
person-key =
    🔑 Кілт жасырын, { $count ->
        [0] ауыстырылмаған
        [one] { $count } рет ауыстырылған
       *[other] { $count } рет ауыстырылған
    }
person-key-changing = 🔄 Кілт ауысып жатыр: түйіндер әлі растаған жоқ
person-renewals = 🔁 Ұзартулар: { $count }
person-vip = 👑 VIP
person-discount = 🏷 { $percent } % жеңілдік, мерзімсіз
person-discount-until = 🏷 { $percent } % жеңілдік, аяқталуы: { $until } UTC
person-balance = 💰 Баланс: { $amount }
person-debt = ⚠️ Қарыз: { $amount }
button-other-person = 🔎 Басқа клиент
button-gift = 🎁 Қолжетімділік беру
button-revoke = ⛔️ Қолжетімділікті жабу
button-rekey = 🔑 Кілтті ауыстыру
button-rekey-runs = 🔄 Кілт ауысып жатыр…
gift-plan = 🎁 Қай тарифті береміз?
gift-length = 🎁 { $plan }: қандай мерзімге?
length-m = { $count } минут
length-h = { $count } сағат
length-d =
    { $count ->
        [365] 1 жыл
        [one] { $count } күн
       *[other] { $count } күн
    }
button-gift-m = ✍️ Минут
button-gift-h = ✍️ Сағат
button-gift-d = ✍️ Күн
gift-type-m = Неше минут? Санын жіберіңіз.
gift-type-h = Неше сағат? Санын жіберіңіз.
gift-type-d = Неше күн? Санын жіберіңіз.
gift-bad-count = Нөлден үлкен бүтін сан керек, он жылдан аспасын.
gift-tell = 🎁 { $plan }, { $length }. Клиентке хабарлаймыз ба?
button-tell = 🔔 Хабарлау
button-tell-not = 🔕 Хабарламау
gift-ask =
    🎁 <b>{ $plan }, { $length }</b>

    Қазіргі мерзімі: { $before }
    Жаңа мерзімі: { $after } UTC
gift-no-end = жазылым жоқ
gift-told = 🔔 Клиентке хабарлама барады.
gift-told-not = 🔕 Клиентке ештеңе жазбаймыз.
revoke-tell = ⛔️ Қолжетімділікті жабу. Клиентке хабарлаймыз ба?
revoke-ask =
    ⛔️ <b>{ $plan } жабылсын ба?</b>

    Қазіргі мерзімі: { $before }
    Аяқталуы: бірден
rekey-ask = 🔑 { $issued } UTC берілген кілт ауыстырылсын ба? Түйіндер жаңасын білген бойда ескісі істемей қалады, ал клиентке хабарлама барады.
rekey-runs = Кілт ауысып жатыр: түйіндер жаңасын әлі растаған жоқ
notice-access-granted =
    🎁 <b>Сізге қолжетімділік сыйладық</b>

    { $plan } ашық, аяқталуы: { $until } UTC.
notice-access-revoked =
    ⛔️ <b>Жазылымыңызды тоқтаттық</b>

    Бұл сіз үшін күтпеген жағдай болса, бізге жазыңыз — бірге шешеміз.
notice-key-reissued =
    🔑 <b>Кілтіңізді ауыстырдық</b>

    Ескісі енді істемейді. Қолданба сілтеме арқылы қосылған болса, өзі жаңарады; кілтті қолмен қосқан болсаңыз — жаңасын қойыңыз:
person-history = 🧾 <b><code>{ $id }</code> тарихы</b>, { $page }-бет
person-grant = { $what }, { $plan }, { $until } күніне дейін
person-act-access-revoked = ⛔️ қолжетімділік жабылды
person-act-access-adopted = қолжетімділік бұрынғы боттан көшірілді
person-act-credential-reissued = 🔑 кілт ауыстырылды
person-act-discount-granted = 🏷 жеңілдік берілді
person-act-discount-ended = 🏷 жеңілдік алынып тасталды
person-line = { $what }: { $amount }
person-note = «{ $note }»
person-line-charge-received = 💰 төлем
person-line-purchase = 🛒 сатып алу
person-line-commission-paid = 🎁 сыйақы
person-line-commission-clawed = 🎁 сыйақыны қайтару
person-line-refund-clawed = ↩️ ақшаны қайтару
person-line-withdrawal-held = 💸 ақша шығару өтінімі
person-line-withdrawal-returned = 💸 ақша шығару қабылданбады
person-line-adjustment = ✏️ балансты түзету
person-line-receivable-collected = қарыз есебіне
people-done-before = Бұл жасалып қойған
button-discount = 🏷 Жеңілдік беру
button-discount-end = 🏷 Жеңілдікті алып тастау
button-vip-give = 👑 VIP беру
button-vip-take = 👑 VIP-ті алып тастау
button-type = ✍️ Өзім жазамын
button-wallet-in = ➕ Балансқа салу
button-wallet-out = ➖ Баланстан алу
discount-percent = 🏷 Қандай жеңілдік береміз?
discount-type = Неше пайыз? 1-ден 99-ға дейінгі сан жіберіңіз.
discount-bad-percent = 1-ден 99-ға дейінгі бүтін сан керек.
discount-days = 🏷 { $percent } % жеңілдік: қандай мерзімге?
discount-type-days = Неше күнге? Санын жіберіңіз; 0 — мерзімсіз.
discount-bad-days = Күннің бүтін саны керек, он жылдан аспасын; 0 — мерзімсіз.
discount-for-good = Мерзімсіз
discount-ask = 🏷 { $percent } % жеңілдік берілсін бе, мерзімі: { $days }?
discount-exists = Жеңілдік бар: алдымен соны алып тастаңыз
discount-end-ask = 🏷 { $percent } % жеңілдік алып тасталсын ба?
wallet-amount-in = ➕ Қанша саламыз? Баланста { $balance }. Соманы рубльмен жіберіңіз.
wallet-amount-out = ➖ Қанша аламыз? Баланста { $balance }. Соманы рубльмен жіберіңіз.
wallet-bad-amount = Нөлден үлкен, миллионнан аспайтын сома керек, мысалы 150 немесе 99,50.
wallet-holds-less = Баланста мұнша ақша жоқ.
wallet-reason-in = { $amount } не үшін саламыз? Клиент бұл сөздерді көреді.
wallet-reason-out = { $amount } не үшін аламыз? Клиент бұл сөздерді көреді.
wallet-bad-reason = Себебі керек, { $max } таңбадан аспасын.
wallet-ask-in = ➕ <b>{ $id } клиентінің балансына { $amount } салынсын ба?</b>
wallet-ask-out = ➖ <b>{ $id } клиентінің балансынан { $amount } алынсын ба?</b>
wallet-ask-balance = Баланс: { $before } → { $after }
wallet-ask-debt = Алдымен қарыз есебіне: { $amount }
wallet-ask-reason = Себебі: { $reason }
button-keys = 🔑 Кілттер
keys-title = 🔑 <b>Кілттер</b>
keys-never = Кілттер бәріне бірден әлі ауыстырылмаған.
keys-running = 🔄 Бәріне ауыстырып жатырмыз, басталуы { $started } UTC
keys-cancelled = ⏹ Соңғы рет { $started } UTC ауыстыра бастап, тоқтаттық
keys-done = ✅ Соңғы рет { $started } UTC бәріне ауыстырдық
keys-listing = Тізім әлі жасалып жатыр.
keys-counts =
    Барлығы: { $total }
    Дайын: { $done }
    Өткізіп жіберілді: { $skipped }
    Сәтсіз: { $failed }
    Қалғаны: { $left }
keys-time-left = Тағы шамамен { $minutes } минут
keys-as-of = Уақыты: { $at } UTC
button-rekey-one = 🔎 Бір клиентке
button-rekey-all = 🔁 Бәріне бірден
button-rekey-stop = ⏹ Тоқтату
button-rekey-all-yes = 🔁 Иә, бәріне ауыстыру
button-continue = Әрі қарай
keys-ask =
    🔁 <b>Кілттер бәріне ауыстырылсын ба?</b>

    Жаңа кілтті жазылымы ашық { $count } клиент алады.
    Әрқайсысына хабарлама барады. Түйіндер жаңасын білген бойда ескі кілт істемей қалады.
keys-ask-again = Кілтті қолмен қосқандар жаңасын қойғанша VPN-сіз қалады. Шынымен бәріне ауыстырылсын ба?
keys-old-question = Сұрақ ескірген: неше клиент екенін қайта қараңыз
keys-runs = Кілттер ауысып жатыр
keys-stop-ask = Тоқтатылсын ба? Ауыстырылып үлгергендерде жаңа кілт қалады.
keys-report-done = ✅ <b>Кілттер бәріне ауыстырылды</b>
keys-report-cancelled = ⏹ <b>Кілттерді ауыстыру тоқтатылды</b>
keys-failed = Мыналарда сәтсіз болды: { $ids }
