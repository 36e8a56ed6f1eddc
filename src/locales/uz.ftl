language-name = 🇺🇿 Oʻzbekcha
language-prompt = Tilni tanlang
language-saved = Til saqlandi

menu-welcome =
    👋 <b>{ $name }</b>, bu <b>Atlas Secure</b> — tez va ishonchli VPN.

    Tarifni tanlang, bir necha bosishda toʻlang va soniyalar ichida ulaning.
menu-active =
    👋 <b>{ $name }</b>, siz <b>Atlas Secure</b> himoyasidasiz.

    ✅ Obuna <b>{ $until }</b> gacha faol
button-buy = 🛒 Obuna sotib olish
button-renew = 🔄 Obunani uzaytirish
button-profile = 👤 Profil
button-top-up = 💳 Balansni toʻldirish
button-instruction = 📲 Qanday ulanish mumkin
button-help = 💬 Yordam
button-info = ℹ️ Xizmat haqida
button-language = 🌐 Til
button-back = ⬅️ Orqaga
button-menu = 🏠 Bosh menyu
button-plans = 🛒 Tariflar
button-referrals = 🎁 Doʻst taklif qilish
button-promo = 🎟 Promokod kiritish
button-withdraw = 💸 Pul yechish
button-retry = 🔁 Qayta urinish

plan-basic = Basic
plan-plus = Plus
plans-title =
    <b>Tarifni tanlang</b>

    🔹 <b>Basic</b> — kundalik ishlar uchun: saytlar, messenjerlar, video.

    🔸 <b>Plus</b> — ustuvor server va barqaror tezlik.

    Har kishiga bitta kalit, 5 tagacha qurilma.
plan-button = { $plan } — { $price } dan
period-title =
    <b>{ $plan }</b> tarifi

    Qancha muddatga?
period-months = { $months ->
        [one] { $months } oy
       *[other] { $months } oy
    }
period-button = { $period } — { $price }
discount-promo = 🎟 <b>{ $code }</b> promokodi: { $percent }% chegirma
discount-promo-nameless = 🎟 Promokod boʻyicha chegirma: { $percent }%
discount-vip = 👑 VIP chegirma: { $percent }%
discount-personal = 🤝 Sizning shaxsiy chegirmangiz: { $percent }%
promo-gone = Bu promokoddan endi foydalanib boʻlmaydi — narx usiz hisoblandi.
promo-ask =
    🎟 <b>Promokod</b>

    Kodni xabar qilib yuboring — chegirmali narxlarni darhol koʻrasiz.
promo-ask-again =
    🎟 Hozir <b>{ $code }</b> promokodi qoʻllangan: { $percent }% chegirma.

    Almashtirish uchun boshqa kod yuboring yoki tariflarga qayting.
promo-bad =
    Bu promokod toʻgʻri kelmadi: balki unda xato bordir, muddati tugagandir yoki undan allaqachon foydalangansiz.

    Boshqasini yuboring yoki tariflarga qayting.
promo-applied = ✅ <b>{ $code }</b> promokodi qabul qilindi: { $percent }% chegirma. U 5 daqiqa amal qiladi — tarifni tanlang.
promo-smaller = ℹ️ Oʻz chegirmangiz { $own }% kattaroq. Kod amalda boʻlgan bir necha daqiqa davomida narx shu boʻyicha hisoblanadi.
method-head = <b>{ $plan }</b> tarifi, { $period }
method-price = Toʻlov: <b>{ $price }</b>
method-price-reduced = Toʻlov: <s>{ $listPrice }</s> oʻrniga <b>{ $price }</b>
method-balance = Balansda: { $balance }
method-ask = Qanday toʻlash sizga qulay?
button-pay-wallet = 👛 Balansdan ({ $balance })
button-pay-card = 💳 Bank kartasi bilan
button-pay-yookassa = 🏦 YooKassa: karta yoki SBP
button-pay-crypto = 💎 Kriptovalyuta bilan
button-pay-stars = ⭐️ Telegram yulduzlari bilan
button-pay-free = 🎁 Bepul olish
below-minimum = Bu usulda kamida { $minimum } toʻlash mumkin. Boshqa usulni tanlang.
quote-refreshed = Narx yangilandi — tekshirib, tasdiqlang
wallet-short =
    Balansda <b>{ $shortage }</b> yetishmayapti.

    Narxi: { $price }
    Balans: { $balance }
purchase-done =
    ✅ <b>Toʻlandi</b>

    Obuna <b>{ $until }</b> gacha faol
    Balansda qoldi: { $balance }
purchase-free-done =
    🎁 <b>Tayyor, toʻlash shart emas</b>

    Obuna <b>{ $until }</b> gacha faol
purchase-key-follows = 🔑 Kalit keyingi xabarda keladi.

invoice-title =
    <b>{ $price } uchun hisob</b>
    { $what }
invoice-how-crypto = «Toʻlash» tugmasini bosing, tangani tanlang va oʻtkazmani tasdiqlang. Pul kelishi bilan sizga yozamiz — boshqa hech narsa bosish shart emas.
invoice-how-yookassa = «Toʻlash» tugmasini bosing — YooKassa sahifasi ochiladi: u yerda karta, SBP yoki hamyon orqali toʻlash mumkin. Pul kelishi bilan sizga yozamiz.
invoice-how-card = Hisob quyidagi xabarda: undagi «Toʻlash» tugmasini bosing va kartani kiriting. Toʻlov oʻtishi bilan sizga yozamiz.
invoice-how-stars = { $stars ->
        [one] { $stars } ta yulduzlik
       *[other] { $stars } ta yulduzlik
    } hisob quyidagi xabarda: undagi «Toʻlash» tugmasini bosing. Toʻlov oʻtishi bilan sizga yozamiz.
invoice-left =
    Hisob yana { $minutes ->
        [one] { $minutes } daqiqa
       *[other] { $minutes } daqiqa
    } amal qiladi.
invoice-what-purchase = { $plan } tarifi, { $period }
invoice-what-top-up = Balansni toʻldirish
invoice-description-purchase = Atlas Secure: { $plan }, { $period }
invoice-description-top-up = Atlas Secure: balansni toʻldirish
button-pay-now = 💳 { $price } toʻlash
button-check-payment = 🔎 Toʻlovni tekshirish
button-cancel-invoice = ✖️ Hisobni bekor qilish
invoice-not-paid-yet = Toʻlov hali kelmadi. Odatda bu bir daqiqagacha vaqt oladi.
invoice-already-paid = Toʻlov qabul qilindi ✅
invoice-cancelled = Hisob bekor qilindi. Agar uni toʻlashga ulgurgan boʻlsangiz, pulingiz yoʻqolmaydi.
invoice-gone = Bu hisob allaqachon yopilgan
provider-away =
    Toʻlov xizmati hozir javob bermayapti. Pul yechilmadi.

    Bir daqiqadan keyin qayta urinib koʻring yoki boshqa usulni tanlang.

top-up-title =
    <b>Balansni toʻldirish</b>
    Hozir: { $balance }

    Summani tanlang
button-top-up-custom = ✍️ Boshqa summa
top-up-ask = Summani rublda yozing: 100 dan 100 000 gacha
top-up-bad-amount = Rublda 100 dan 100 000 gacha butun son kerak. Masalan: 500
top-up-method-title =
    Balansni <b>{ $price }</b> ga toʻldirish

    Toʻlov usulini tanlang

profile-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>

    👛 Balans: <b>{ $balance }</b>
profile-none = 🔒 Hozircha obuna yoʻq
profile-ended = ⌛️ Obuna { $until } da tugagan
profile-preparing = ⏳ <b>{ $until }</b> UTC gacha toʻlangan. Kalitingizni tayyorlayapmiz — bu bir necha soniya oladi.
profile-active = ✅ Obuna <b>{ $until }</b> UTC gacha faol
profile-held = 💸 Yechilishini kutmoqda: <b>{ $amount }</b>
button-key = 🔑 Kalitni koʻrsatish
button-qr = 📷 QR-kod
key-message = 🔑 Kalitingiz — nusxalash uchun bosing:
key-sent = Kalit xabar qilib yuborildi
key-none = Hozircha faol obuna yoʻq
key-preparing = Kalit hali tayyorlanmoqda — shu yerga yuboramiz
qr-caption = Kodni ilovada skanerlang

notice-payment-new =
    ✅ <b>{ $price } toʻlov qabul qilindi</b>

    Obuna <b>{ $until }</b> gacha faol. Kalit keyingi xabarda keladi.
notice-payment-renewal =
    ✅ <b>{ $price } toʻlov qabul qilindi</b>

    Obuna <b>{ $until }</b> gacha uzaytirildi. Kalit oʻzgarmaydi.
notice-payment-late = Bu vaqtga kelib hisob yopilgan edi, lekin toʻlovni qabul qildik.
notice-payment-excess = Siz hisobdagidan koʻproq toʻladingiz: { $excess } balansingizda qoldi.
notice-wallet-credited =
    💰 <b>Balans { $price } ga toʻldirildi</b>

    Endi balansda { $balance }
notice-already-paid =
    💰 <b>{ $price } toʻlov qabul qilindi — balansga</b>

    Bu hisob avvalroq toʻlangan edi, shuning uchun pul oʻzingizda qoldi. Endi balansda { $balance }
notice-underpaid =
    💰 <b>{ $price } keldi — hisobdagidan kam</b>

    Pul yoʻqolmadi: u balansingizda, endi u yerda { $balance }
notice-commission =
    🎁 <b>Sizga { $amount } hisoblandi</b>

    Doʻstingiz obuna uchun toʻladi yoki balansini toʻldirdi — bu oʻsha summaning { $percent }% qismi. Pul allaqachon balansingizda.

    Darajangiz: { $level }
notice-referral-joined =
    👋 <b>Havolangiz orqali yangi doʻst keldi</b>

    Uning har bir toʻlovidan foiz olasiz.
notice-withdrawal-approved =
    ✅ <b>{ $amount } yechish maʼqullandi</b>

    Pul 3 ish kuni ichida keladi.
notice-withdrawal-rejected =
    ↩️ <b>{ $amount } yechish rad etildi</b>

    Pul balansga qaytdi.
notice-withdrawal-reason = Sababi: { $reason }
notice-withdrawal-contact = Savollaringiz qolgan boʻlsa, yordam xizmatiga yozing.
notice-refunded = ↩️ <b>Toʻlov qaytarildi: { $amount }</b>
notice-refunded-wallet = Balansdan { $amount } yechildi.
notice-refunded-debt = Yana { $amount } balansga keladigan keyingi puldan ushlab qolinadi.
notice-refunded-shortened = Obuna endi <b>{ $until }</b> gacha amal qiladi.
notice-refunded-over = Bu toʻlov bilan olingan obuna tugadi.
notice-refunded-kept = Obuna muddati oʻzgarmadi.
notice-adjusted-up =
    💰 <b>Balansga { $amount } qoʻshildi</b>

    Sababi: { $reason }
    Endi balansda { $balance }
notice-adjusted-down =
    💰 <b>Balansdan { $amount } yechildi</b>

    Sababi: { $reason }
    Endi balansda { $balance }
notice-traffic-used-up =
    📶 <b>Trafik tugadi: { $limit } GB</b>

    Ulanish toʻxtatib turildi, kalit oʻzgarmaydi.
notice-traffic-resets = { $date } kuni u yana oʻzi ishlay boshlaydi.
notice-traffic-support = Qoʻshimcha olish uchun yordam xizmatiga yozing.
notice-access-ready =
    🎉 <b>Obuna tayyor</b> — { $until } gacha

    🔑 Kalitingiz, nusxalash uchun bosing:

instruction-text =
    📲 <b>Qanday ulanish mumkin</b>

    1. Qurilmangizga <b>v2RayTun</b> ilovasini oʻrnating.
    2. Shu botda profilingizni ochib, kalitdan nusxa oling.
    3. Ilovada «+» tugmasini bosing va «Buferdan import»ni tanlang.
    4. Ulanishni yoqing.

    Ulanmayaptimi? Ilovani yangilang, qurilmadagi sana va vaqtni tekshiring va bizga yozing.
button-ios = 🍏 iPhone va iPad
button-android = 🤖 Android
button-desktop = 💻 Kompyuter
help-text =
    💬 <b>Yordam</b>

    Nima boʻlganini yozing — yordam beramiz.
button-help-contact = Yordam xizmatiga yozish
info-text =
    ℹ️ <b>Atlas Secure</b>

    VLESS protokolidagi VPN. Qaysi saytlarga kirganingizni yozib bormaymiz, har bir toʻlovingizni esa hisob daftarimiz orqali tekshirish mumkin.

error-try-later = Nimadir xato ketdi. Bundan xabarimiz bor; birozdan keyin urinib koʻring.
error-stale = Bu tugma eskirgan — mana yangi ekran
too-often =
    Juda tez-tez. { $seconds ->
        [one] { $seconds } soniyadan
       *[other] { $seconds } soniyadan
    } keyin yana urinib koʻring.
payments-off = ⏸ Toʻlov qisqa muddatga toʻxtatilgan. Balansdagi pulingiz joyida, toʻlab boʻlganingiz esa hisobga olinadi. Birozdan keyin urinib koʻring.
unknown-text = Men tugmalar va buyruqlarni tushunaman. Bosh menyu — quyidagi tugmada.

command-start = Bosh menyu
command-profile = Profil va kalit
command-buy = Sotib olish yoki uzaytirish
command-referral = Doʻstlarni taklif qilish
command-instruction = Qanday ulanish mumkin
command-help = Yordam
command-info = Xizmat haqida
command-language = Til

referral-title =
    🎁 <b>Doʻstlarni taklif qiling — har bir toʻlovidan { $percent }% oling</b>

    Havolangiz:
    <code>{ $link }</code>

    Daraja: <b>{ $level }</b>
    Havola orqali kelganlar: { $invited }
    Ulardan toʻlayotganlar: { $paying }
    Ishlab topdingiz: <b>{ $earned }</b>
referral-to-next = { $missing ->
        [one] Keyingi darajaga yana { $missing } nafar toʻlovchi doʻst yetishmayapti
       *[other] Keyingi darajaga yana { $missing } nafar toʻlovchi doʻst yetishmayapti
    }
referral-highest = Bu eng yuqori daraja 🏆
referral-level-silver = Silver Access
referral-level-gold = Gold Access
referral-level-platinum = Platinum Access
button-share = 📤 Havolani ulashish
referral-share-text = Tez va ishonchli VPN — Atlas Secure

withdrawal-ask =
    💸 <b>Pul yechish</b>

    Balansda { $balance }. Summani yozing: { $minimum } dan kam va balansdagidan koʻp boʻlmasin.
withdrawal-too-little = Kamida { $minimum } yechish mumkin. Hozir balansda { $balance }.
withdrawal-waits =
    Hozir { $amount } yechish mumkin: doʻst uchun mukofotni uning toʻlovidan { $days ->
        [one] { $days } kun
       *[other] { $days } kun
    } oʻtgach yechsa boʻladi. Obunaga esa darhol sarflash mumkin.
withdrawal-bad-amount = Summani oʻqib boʻlmadi. Uni raqam bilan yozing, masalan: 1500 yoki 1500,50
withdrawal-below-minimum = Bu eng kam summadan kichik: kamida { $minimum } yechish mumkin. Boshqa summa yozing.
withdrawal-above-balance = Balansda faqat { $balance } bor. Kamroq summa yozing.
withdrawal-ask-details =
    <b>{ $amount }</b> yechamiz.

    Qayerga oʻtkazamiz? Bitta xabarda karta raqami yoki SBP uchun telefon, bank va oluvchining ismini yozing.
withdrawal-bad-details = 5 dan 500 gacha belgi kerak: karta yoki telefon raqami, bank va oluvchining ismi.
withdrawal-confirm =
    💸 <b>Arizani tekshiring</b>

    Summa: <b>{ $amount }</b>
    Qayerga: <code>{ $preview }</code>

    Tasdiqlaganingizdan soʻng bu summa qaror chiqquncha balansda ajratib qoʻyiladi — odatda bir kun ichida.
button-withdraw-send = ✅ Tasdiqlash
button-cancel = ✖️ Bekor qilish
withdrawal-sent =
    ✅ <b>{ $amount } yechish arizasi qabul qilindi</b>

    Uni tekshirib, sizga yozamiz. Balansda { $balance } qoldi.
withdrawal-debt = Avval qaytarilgan toʻlov boʻyicha qarzni yopish kerak — yordam xizmatiga yozing, hal qilishga koʻmaklashamiz.
withdrawal-short = Balansda pul endi yetmaydi: hozir u yerda { $balance }.
withdrawal-lost = Ariza eskirdi — iltimos, qaytadan boshlang
withdrawal-decided = Bu pul yechish arizasi allaqachon koʻrib chiqilgan

admin-title =
    🛠 <b>Doʻkon paneli</b>
    Rolingiz: { $role }

    Qaror kutayotgan yechish arizalari: { $withdrawals }
    Ochiq vazifalar: { $tasks }
button-admin = 🛠 Boshiga
button-admin-withdrawals = 💸 Yechish arizalari
button-admin-tasks = 📋 Vazifalar
admin-withdrawals-title = 💸 <b>Qaror kutayotgan yechish arizalari</b> — { $page }/{ $pages }-bet
admin-withdrawals-none = 💸 Qaror kutayotgan yechish arizalari yoʻq.
admin-withdrawal-line = { $amount } · { $customer } · { $at }
admin-withdrawal-card =
    💸 <b>{ $amount } yechish</b>

    Mijoz: <code>{ $customer }</code>
    Balansda qoldi: { $balance }
    Ariza: <code>{ $id }</code>
admin-withdrawal-approvals = Rozilik: { $given } / { $needed } — turli administratorlar kerak
admin-withdrawal-details = Rekvizitlar: <code>{ $details }</code>
admin-withdrawal-approved = ✅ Maʼqullandi. Pulni mijozga oʻtkazing.
admin-withdrawal-rejected = ↩️ Rad etildi, pul mijozning balansiga qaytdi.
admin-withdrawal-reject-ask =
    <b>{ $amount }</b> yechish rad etilsinmi? Pul mijozning balansiga qaytadi va u sababini koʻradi.
admin-withdrawal-approve-ask =
    <b>{ $amount }</b> yechishni tasdiqlaysizmi? Mijozga darhol xabar boradi, pulni esa oʻzingiz oʻtkazasiz: buni qaytarib boʻlmaydi.

    Rekvizitlar: <code>{ $details }</code>
withdrawal-reason-details = rekvizitlar toʻgʻri kelmadi
withdrawal-reason-check = ariza tekshiruvdan oʻtmadi
withdrawal-reason-asked = iltimosingizga koʻra
button-reject-details = Rekvizitlar toʻgʻri kelmadi
button-reject-check = Tekshiruvdan oʻtmadi
button-reject-asked = Mijozning iltimosiga koʻra
button-approve = ✅ Maʼqullash
button-reject = ↩️ Rad etish
button-details = 🔐 Rekvizitlar
button-page-back = ◀️
button-page-on = ▶️
admin-unknown = Bunday ariza yoʻq
admin-decided = Bu ariza boʻyicha qaror chiqqan
admin-debt = Mijozning doʻkondan qarzi bor: avval qarz qaytariladi. Arizani rad eting — summa qarz hisobiga oʻtadi.
admin-same = Siz allaqachon rozilik bergansiz — boshqa administrator kerak
admin-own = Buni oʻzi uchun faqat egasi qila oladi — hamkasbingizdan soʻrang
admin-off = Administratorlar amallari oʻchirilgan
admin-second-needed = Roziligingiz yozib olindi. Yana bir administrator kerak
admin-tasks-title = 📋 <b>Ochiq vazifalar</b> — { $page }/{ $pages }-bet
admin-tasks-none = 📋 Ochiq vazifalar yoʻq.
admin-task =
    📋 <b>{ $what }</b>
    { $details }
    <code>{ $command }</code>
task-suspended-charge = Egasi nomaʼlum pul
task-refund-declined = Provayder pulni qaytarmadi
task-reconciliation = Provayder hisoblari biznikiga mos emas
task-notice-unreadable = Provayderdan tushunarsiz bildirishnoma
task-ledger = Hisob daftari tekshiruvida xato topildi
chain-head =
    🔗 Boʻgʻin <b>{ $sequence }</b>, { $at } UTC
    <code>{ $hash }</code>

    Bu xabarni oʻchirmang: yozuvlar keyin oʻzgartirilmagani shundan bilinadi.

precheckout-gone = Bu hisob endi amal qilmaydi. Pul yechilmadi — botga qayting va tarifni qaytadan tanlang.
precheckout-paid = Bu hisob allaqachon toʻlangan. Ikkinchi marta toʻlash shart emas.
precheckout-stranger = Bu hisob boshqa odamga yozilgan. Botni oching va oʻzingizga tarif tanlang.
precheckout-changed = Hisob summasi oʻzgardi. Pul yechilmadi — botga qayting va tarifni qaytadan tanlang.
precheckout-try-again = Hisobni tekshirib boʻlmadi. Pul yechilmadi — bir daqiqadan keyin yana urinib koʻring.

button-connect = 📲 Qurilmani ulash
button-new-link = 🔁 Yangi havola
button-new-link-yes = 🔁 Havolani almashtirish
new-link-ask =
    🔁 <b>Obuna havolasi almashtirilsinmi?</b>

    Eskisi darhol ochilmay qoladi: u orqali yangilanadigan ilovalarni qaytadan ulash kerak boʻladi.
new-link-done = Tayyor: havola almashtirildi, eskisi endi ochilmaydi.

device-limit-announce = Qurilmalar limiti toʻldi. Botda keraksizini oʻchiring: Profil → Qurilmalar — va obunani yangilang.
connect-title = 📲 <b>Obuna havolangiz</b> — nusxalash uchun bosing:
connect-steps =
    1. Quyidagi ilovalardan birini oʻrnating.
    2. Uning tugmasini bosing — obuna oʻzi qoʻshiladi. Yoki havolani ilovaga qoʻlda joylang.
    3. Ulanishni yoqing.
connect-qr-caption = Boshqa qurilmaning kamerasini qarating: kod obunangizni ochadi
button-connect-page = 🌐 Sahifani ochish
button-connect-qr = 📷 Havola QR-kodi
button-devices = 📱 Qurilmalar
button-devices-clear = 🗑 Hammasini oʻchirish
devices-title = 📱 <b>Qurilmalar: { $count } / { $limit }</b>
devices-title-any = 📱 <b>Qurilmalar: { $count }</b>, cheklovsiz
devices-empty = Hozircha boʻsh: undagi ilova obunani yuklaganda qurilma shu yerda paydo boʻladi.
devices-note = Qurilma oʻchirilsa, joy darhol boʻshaydi; u yana ulanishi mumkin. Qurilmasini aytmaydigan ilovalar bu yerda koʻrinmaydi.
devices-more = …va yana { $rest } ta
devices-removed = Oʻchirildi
devices-gone = Bu qurilma endi roʻyxatda yoʻq
device-line =
    { $number }. <b>{ $name }</b>{ $details }
    { $seen }
device-seen = Yangilangan: { $ago }
device-seen-now = Soʻnggi bir soat ichida yangilangan
device-unnamed = Nomsiz
button-new-key = 🔑 Yangi kalit
button-new-key-yes = 🔑 Yangi kalit olish
new-key-ask =
    🔑 <b>Yangi kalit olasizmi?</b>

    Kalit begona qoʻlga tushgan boʻlsa, shunday qiling. Ilovalar obunani yangilaganda yangisini oʻzi oladi; eskisi bir necha soniyadan keyin ishlamay qoladi.
new-key-done = Tayyor: yangi kalit serverlarda. Ilovalarda obunani yangilang.
new-key-no-access = Hozir obuna yoʻq
new-key-too-often = Yangi kalitni sutkada uch marta olish mumkin. Yana kerak boʻlsa, yordam xizmatiga yozing.
profile-traffic = 📶 Trafik: { $used } GB
profile-traffic-limit = 📶 Trafik: { $used } / { $limit } GB
profile-traffic-resets = { $date } kuni yangilanadi
profile-suspended = ⏸ Trafik tugadi, ulanish toʻxtatib turildi
button-trial = 🎁 3 kun bepul sinab koʻrish
trial-started =
    🎉 <b>Sinov muddati boshlandi</b> — { $until } (UTC) gacha.

    Kalit keyingi xabarda keladi.
trial-not-for-you = Sinov muddatini bir marta va birinchi xariddan oldin olish mumkin
button-renewal-on = 🔄 Avtomatik uzaytirishni yoqish
button-renewal-off = ⏹ Avtomatik uzaytirishni oʻchirish
renewal-on = Avtomatik uzaytirish yoqildi
renewal-off = Avtomatik uzaytirish oʻchirildi
profile-renews = 🔄 Avtouzaytirish: { $plan }, { $period } — tugashidan sal oldin balansdan { $price }
profile-renews-short = ⚠️ Uzaytirish uchun { $missing } yetmaydi
profile-renews-not = 🔄 Avtomatik uzaytirish oʻchirilgan
just-renewed =
    🔄 Obuna hozirgina oʻzi uzaydi — <b>{ $until }</b> gacha.

    Ikkinchi marta toʻlash shart emas. Yana uzaytirmoqchi boʻlsangiz, besh daqiqadan keyin qayting.
notice-ends = ⏳ <b>Obuna { $until } gacha amal qiladi</b>
notice-left-hours = { $hours ->
        [one] { $hours } soat
       *[other] { $hours } soat
    } qoldi.
notice-left-days = { $days ->
        [one] { $days } kun
       *[other] { $days } kun
    } qoldi.
notice-ends-renews = Avtomatik uzaytirish yoqilgan: balansda pul yetarli boʻlsa, obuna oʻzi uzayadi.
notice-ended =
    ⌛️ <b>Obuna tugadi</b>

    Uni yana sotib oling — kalit oʻzgarmaydi, ilovada hech narsani oʻzgartirish shart emas.
notice-trial-first-hours =
    👋 <b>Sinov muddati { $until } gacha</b>

    Hammasi ulandimi? Agar yoʻq boʻlsa — mana yoʻriqnoma, qolganida yordam xizmati koʻmaklashadi.
notice-trial-third-day = 🎁 <b>Sinov muddati oxirlab qoldi</b>
notice-trial-last-hours = ⏳ <b>Sinov muddati tez orada tugaydi</b>
notice-trial-ended =
    ⌛️ <b>Sinov muddati tugadi</b>

    Yoqqan boʻlsa, obuna sotib oling: kalit oʻzgarmaydi, ilovada hech narsani oʻzgartirish shart emas.
notice-renewed =
    🔄 <b>Obuna { $until } gacha uzaytirildi</b>

    Balansdan { $price } yechildi.
notice-renewal-short =
    💳 <b>{ $plan } tarifini uzaytirishga pul yetmadi</b>

    Obuna { $until } gacha amal qiladi, balansda { $balance }. Balansni toʻldiring — u oʻzi uzayadi.
notice-referral-trial = 🎁 Siz taklif qilgan doʻst sinov muddatini boshladi. U obuna uchun toʻlaganda mukofot olasiz.
stuck-title = 🚧 Toʻlangan, lekin hali ishlamayapti: { $count }
stuck-line = { $customer }: { $since } UTC dan beri, urinishlar: { $attempts }

# Ommaviy xabarlar
broadcast-info = ℹ️ <b>{ $title }</b>
broadcast-maintenance = 🛠 <b>{ $title }</b>
broadcast-security = 🔒 <b>{ $title }</b>
broadcast-promo = 🎁 <b>{ $title }</b>
operator-broadcast-done = 📣 <b>«{ $title }» xabari tarqatib boʻlindi</b>
operator-broadcast-paused = ⏸ <b>«{ $title }» xabarini tarqatish toʻxtatildi</b>
operator-broadcast-counts =
    Oluvchilar: { $recipients }
    Yetkazildi: { $sent }
    Yetkazilmadi: { $failed }
    Nomaʼlum: { $unknown }
    Oʻtkazib yuborildi: { $skipped }
operator-broadcast-problem = Telegram matnni qabul qilmayapti: { $problem }
system-trouble = 🚨 Hammasi ham joyida emas:
system-line = • { $component }: { $status } ({ $reason }), { $since } UTC dan beri
system-well = ✅ Hammasi yana joyida

outage-apology = ⏳ Xizmat qisqa muddatga ishlamayapti. Amalingiz saqlandi va bajariladi, takrorlash shart emas.

button-repeat = 🔁 Oʻtgan safargidek — { $price }
button-history = 🧾 Tarix
history-title = 🧾 <b>Obuna tarixi</b>
history-none = Hozircha boʻsh.
history-line =
    { $at } · { $what } · { $plan }
    { $until } gacha
history-purchase = xarid
history-renewal = uzaytirish
history-promo = promokod bilan bepul
history-operator = bizdan sovgʻa
history-trial = sinov muddati
button-status = 🟢 Xizmat holati
button-status-again = 🔄 Yangilash
status-title = <b>Xizmat holati</b>
status-access-well = ✅ VPN serverlari ishlayapti
status-access-slow = ⚠️ VPN serverlarining bir qismi ishlamayapti — tuzatyapmiz
status-access-down = ⛔️ VPN serverlari hozir ishlamayapti — tuzatyapmiz
status-payments-well = ✅ Toʻlov ishlayapti
status-payments-slow = ⚠️ Toʻlov kechikish bilan oʻtyapti
status-kept = Toʻlaganingizning hammasi saqlanadi: obuna oʻzi ochiladi, hech narsa bosish shart emas.
button-privacy = 🔏 Maxfiylik
button-channel = 📣 Kanalimiz
privacy-text =
    🔏 <b>Maxfiylik</b>

    Biz Telegramdagi ID va ismingizni, toʻlovlar, obuna muddati va trafik hajmini saqlaymiz — obuna ishlashi va hisob-kitob toʻgʻri chiqishi uchun.

    Qaysi saytlarni ochishingizni va ularda nima yuborishingizni yozib olmaymiz. Karta maʼlumotlarini faqat toʻlov xizmati koʻradi.
button-levels = ❓ Bu qanday ishlaydi
levels-title =
    ❓ <b>Bu qanday ishlaydi</b>

    Doʻstingiz havolangizni ochib, toʻlov qiladi — siz darhol balansingizga foiz olasiz. Toʻlovchi doʻstlar qancha koʻp boʻlsa, daraja shuncha yuqori:
levels-first = <b>{ $level }</b> — { $percent }%, birinchi toʻlovchi doʻstdan
levels-line = <b>{ $level }</b> — { $percent }%, { $from } nafar toʻlovchidan boshlab
levels-note = Balansdagi pul bilan obunani toʻlash yoki uni yechib olish mumkin.

button-admin-system = 🩺 Holat
button-admin-features = 🎚 Boshqaruv
admin-system-green = 🟢 <b>Hammasi joyida</b>
admin-system-yellow = 🟡 <b>Eʼtibor berish kerak</b>
admin-system-red = 🔴 <b>Doʻkon sota olmayapti</b>
admin-component-database = Maʼlumotlar bazasi
admin-component-payments = Toʻlov xizmatlari
admin-component-vpn_api = VPN tugunlari
admin-state-healthy = ishlayapti
admin-state-degraded = qisman ishlayapti
admin-state-unavailable = ishlamayapti
admin-features-title =
    🎚 <b>Boshqaruv</b>

    Darhol va barcha jarayonlarda kuchga kiradi. Administratorlar amallari faqat atlas flag buyrugʻi bilan oʻchiriladi.
feature-payments = Toʻlov
feature-vpn-provisioning = VPN ochib berish
feature-auto-renewal = Avtomatik uzaytirish
feature-background-workers = Fon ishlari
feature-admin-actions = Administratorlar amallari
button-feature-off = ⏸ Oʻchirish: { $feature }
button-feature-on = 🟢 Yoqish: { $feature }
admin-feature-off-ask = «{ $feature }» oʻchirilsinmi? Mijozlar buni darhol sezadi.
admin-feature-on-ask = «{ $feature }» yoqilsinmi?
button-yes = ✅ Ha
admin-feature-done = Tayyor: barcha jarayonlarda kuchga kirdi
admin-system-line = • { $component }: { $state }

admin-no-right = Buning uchun boshqa rol kerak
admin-done = Tayyor
role-owner = Egasi
role-admin = Administrator
role-support = Yordam xizmati
role-accountant = Buxgalter
role-auditor = Auditor
role-owner-may = Hammasini qila oladi, rollarni faqat u beradi.
role-admin-may = Rol berishdan tashqari hammasini qila oladi.
role-support-may = Mijozlar va doʻkon holatini koʻradi, kirish huquqini beradi va toʻxtatadi. Pulni koʻrmaydi.
role-accountant-may = Mijozlar, pul va jurnalni koʻradi, balanslarni tuzatadi, pul yechishni hal qiladi, hisobotlarni yuklaydi.
role-auditor-may = Hammasini koʻradi va hisobotlarni yuklaydi, ammo hech narsani oʻzgartirmaydi.
button-admin-team = 👥 Jamoa
admin-team-title =
    👥 <b>Jamoa</b>

    Rol darhol kuchga kiradi: keyingi bosishdan boshlab.
button-team-add = ➕ Qoʻshish
admin-team-ask = Botni avval ishga tushirgan odamning ID raqamini yoki @username nomini yuboring.
admin-person-unknown = Bunday mijoz yoʻq.
admin-member =
    👤 { $name } · <code>{ $id }</code>
    Roli: <b>{ $role }</b>
admin-member-none = yoʻq
admin-member-appointed = Server sozlamalarida tayinlangan: bu yerda oʻzgarmaydi.
button-role-take = 🚫 Rolni olib qoʻyish
admin-role-ask = <code>{ $id }</code> uchun «{ $role }» roli berilsinmi?
admin-role-take-ask = <code>{ $id }</code> roli olib qoʻyilsinmi?

button-settings = ⚙️ Sozlamalar
settings-title =
    ⚙️ <b>Sozlamalar</b>

    Til: { $language }
button-vip = 👑 VIP
vip-text =
    👑 <b>VIP</b>

    • istalgan tarif va muddatga { $percent } % chegirma
    • shaxsiy menejer va navbatsiz yordam
    • barcha qurilmalaringizda sozlab berish

    Oyiga { $month } yoki yarim yilga { $halfYear }. Menejer ulab beradi — unga yozing.
vip-active = ✅ Sizda VIP bor: chegirma narxlarga kiritilgan.
button-manager = 💬 Menejerga yozish
button-corporate = 🏢 Kompaniyaga
corporate-text =
    🏢 <b>Kompaniyaga</b>

    Xodimlar uchun kirish, bitta hisob va hujjatlar. Ariza yuboring — menejer sizga Telegramda yozadi.

    Biz unga ID raqamingiz, foydalanuvchi nomingiz va obunangiz bor-yoʻqligini beramiz. Tugmani bosib, bunga rozilik bildirasiz.
button-corporate-send = ✅ Ariza yuborish
corporate-sent = ✅ <b>Ariza qabul qilindi</b> — menejer tez orada sizga yozadi.
task-corporate-request = Kompaniya uchun kirish arizasi

# Insight
button-admin-dashboard = 📊 Umumiy koʻrinish
button-admin-statistics = 📈 Statistika
button-admin-analytics = 💰 Analitika
button-admin-metrics = ⏱ Koʻrsatkichlar
button-admin-audit = 📜 Jurnal
button-admin-waiting = 🚧 Kutayotganlar
admin-since = { $at } UTC dan beri
dashboard-waiting = Ulanishni kutayotganlar: { $count }
dashboard-tasks = Ochiq vazifalar: { $tasks }
dashboard-withdrawals = Qaror kutayotgan yechish arizalari: { $withdrawals }
dashboard-trouble = Oxirgi nosozlik: { $component }, { $at } UTC
dashboard-no-trouble = Nosozlik boʻlmagan
dashboard-issues = Eʼtibor bering:
issue-payments-off = Toʻlov oʻchirilgan: hech kim sotib ololmaydi
issue-every-provider-silent = Toʻlov xizmatlari javob bermayapti: faqat balansdan sotib olish mumkin
issue-every-node-down = Birorta tugun javob bermayapti: hech kim yangi kalit ololmaydi
issue-provisioning-off = VPN ochib berish oʻchirilgan: toʻlaganlar kalit kutyapti
issue-no-nodes = Tugunlar yoʻq: sotadigan narsa ham yoʻq
issue-books-wrong = Hisob daftari tekshiruvida xato topildi: vazifalarni koʻring
issue-some-providers-silent = Baʼzi toʻlov xizmatlari javob bermayapti: hamma ham toʻlay olmaydi
issue-some-nodes-down = Baʼzi tugunlar javob bermayapti: mijozlar zaxira serversiz qoldi
issue-access-waits = Toʻlangan, lekin hali ishlamayotgan obuna bor
issue-money-without-owner = Egasi nomaʼlum pul bor: vazifalarni koʻring
issue-passes-off = Fon ishlari oʻchirilgan: eslatmalar va uzaytirishlar toʻxtab turibdi
issue-renewal-off = Avtomatik uzaytirish oʻchirilgan: obunalar oʻzi tugaydi
admin-processes = Jarayonlar:
admin-process = • { $process }: { $days } kun { $hours } soat { $minutes } daqiqa
statistics-title = 📈 <b>Statistika</b>
statistics-customers =
    👥 Mijozlar: <b>{ $all }</b>
    Bugun kelganlar: { $today }
    7 kunda: { $week }
    30 kunda: { $month }
statistics-subscriptions =
    🔑 Hozirgi obunalar: <b>{ $live }</b>
    Shundan sinov: { $trials }
    Tugaganlari: { $ended }
statistics-payments =
    💳 Toʻlovlar: <b>{ $payments }</b>
    Toʻlangan hisoblar: { $paid }
    Toʻlanmagan yoki bekor qilingan: { $unpaid }
analytics-title = 💰 <b>Analitika</b>
analytics-totals =
    Tushum: <b>{ $revenue }</b>
    Toʻlovchi mijozlar: { $payers }
    ARPU: { $arpu }
    Oʻrtacha LTV: { $ltv }
analytics-months = <b>{ $before } → { $now }</b>
analytics-line = { $what }: { $before } → { $now } ({ $change })
analytics-month-revenue = Tushum
analytics-month-payments = Toʻlovlar
analytics-month-customers = Yangi mijozlar
analytics-month-subscriptions = Yangi obunalar
analytics-note = Tushum — tashqaridan kelgan pul, qaytarilgan toʻlovlarsiz. Balansdan qilingan xaridlar ikkinchi marta hisoblanmaydi. ARPU — bitta toʻlovchi mijozga toʻgʻri keladigan tushum, LTV — xuddi shu, faqat doʻstlar uchun mukofotlarsiz.
metrics-title = ⏱ <b>Koʻrsatkichlar</b>
metrics-text =
    Toʻlovdan ulanishgacha: { $wait } — 30 kunda
    Toʻlangan hisoblar: { $paid } — 30 kunda
    Bir mijozning obuna muddati: { $lifetime } kun
    Bir mijozning uzaytirishlari: { $renewals }
metrics-seconds = { $count } soniya
metrics-minutes = { $count } daqiqa
audit-title-all = 📜 <b>Jurnal</b>, yangilari yuqorida, vaqt UTC
audit-title-team = 📜 <b>Jamoa jurnali</b>, yangilari yuqorida, vaqt UTC
audit-none = 📜 Yozuvlar yoʻq.
audit-line = <b>{ $at }</b> { $action } · { $actor }
audit-target = → { $target }
audit-details = <i>{ $details }</i>
button-audit-all = 👥 Hammani koʻrsatish
button-audit-team = 🛠 Faqat jamoa
waiting-title = 🚧 <b>Toʻlangan, lekin hali ishlamayapti: { $count }</b> — { $page }/{ $pages }-bet
waiting-none = ✅ Toʻlaganlarning hammasi ulangan.
waiting-line = <code>{ $customer }</code> { $name }: { $since } UTC dan beri, urinishlar: { $attempts }
button-waiting-retry = 🔁 { $customer }
button-waiting-retry-all = 🔁 Hammasiga qayta urinish
waiting-retried = Qayta urinib koʻryapmiz
waiting-over = Endi kutmayapti
waiting-off = VPN ochib berish oʻchirilgan
button-admin-nodes = 🖥 Tugunlar
nodes-title = 🖥 <b>Tugunlar</b> — { $page }/{ $pages }-bet
nodes-none = 🖥 Hozircha tugunlar yoʻq: ularni atlas node add buyrugʻi qoʻshadi.
node-active = ishlayapti
node-draining = yangi mijozlarsiz
node-disabled = oʻchirilgan
node-removed = olib tashlangan
node-health-healthy = aloqada
node-health-down = javob bermayapti
node-health-dead = yoʻqolgan, mijozlari koʻchirilgan
node-health-unchecked = hali tekshirilmagan
node-card =
    🖥 <b>{ $name }</b> · { $location }

    Rejim: { $state }
    Aloqa: { $health }
    Tekshirilgan: { $checked }
    Roʻyxatimizga mos kelgan: { $inStep }
    Mijozlar: { $customers } / { $capacity }
    Yadro: { $core }
node-down-since = { $at } UTC dan beri javob bermayapti
node-problem = ⚠️ Yangi sozlama qabul qilinmadi: { $problem }
button-node-active = 🟢 Yoqish
button-node-draining = 🚰 Yangi mijozlarsiz
button-node-disabled = ⛔️ Oʻchirish
button-node-check = 🔍 Hozir tekshirish
button-nodes-check = 🔍 Hammasini tekshirish
node-ask-active = <b>{ $name }</b> tuguniga yana mijozlar kiritilsinmi?
node-ask-draining = <b>{ $name }</b> tuguniga yangi mijozlar berilmasinmi? Undagilar ({ $customers }) yana bitta server oladi, bu esa ishlashda davom etadi.
node-ask-disabled = <b>{ $name }</b> tuguni oʻchirilsinmi? U oʻzidagi hammani darhol unutadi: { $customers }.
node-stranded = ⚠️ Serversiz qoladiganlar: { $stranded }
node-unknown = Bunday tugun yoʻq
node-check-asked = Tekshiruv boshlandi: bir necha soniyadan keyin «Yangilash» tugmasini bosing
fleet-check-asked = Tugunlarni tekshiryapmiz: { $nodes }. Natijasi xabar boʻlib keladi
fleet-checked = 🔍 Barcha tugunlar tekshirildi: { $nodes }. Roʻyxatimizga mos: { $inStep }, ulardagi mijozlar: { $customers }.
fleet-others = Mos kelmadi yoki javob bermadi: { $names }
button-task = 📋 Vazifani ochish
button-task-number = 📋 { $number }-vazifa
button-task-assign = 👤 Mijozga berish
button-task-resolve = ✅ Vazifani yopish
task-since = Ochilgan: { $at } UTC
task-is-done = ✅ Bu vazifa hal qilingan
task-money =
    Summa: <b>{ $amount }</b>
    Toʻlovchining Telegram ID raqami: { $payer }
task-ask-text = Nima qilinganini yozing: bu jurnalga tushadi.
task-ask-customer = Bu kimning puli? Mijozning ID raqamini yoki @username nomini, yoxud toʻlov yoki hisob ID raqamini yuboring.
task-ask-reason = Nega aynan shu mijozga? Qisqacha yozing: bu jurnalga tushadi.
task-bad-text = { $most } belgidan oshmaydigan matn kerak.
task-close-ask =
    Vazifa shu soʻzlar bilan yopilsinmi?

    <i>{ $text }</i>
task-give-ask =
    <b>{ $amount }</b> mijozga berilsinmi — <code>{ $customer }</code> { $name }?

    Balans: { $before } → { $after }
    Sababi: <i>{ $reason }</i>

    Mijozga xabar boradi.
task-unknown = Bunday vazifa yoʻq
task-lost = Bu eskirgan — iltimos, qaytadan boshlang
task-money-waits = Bu pul: uni mijozga bering yoki qaytaring
task-refunded = Bu pul allaqachon qaytarilgan yoki qaytarilyapti
task-no-amount = Toʻlovning rubldagi summasi yoʻq: uni faqat qaytarish mumkin
task-amount-changed = Summa endi boshqacha — iltimos, qaytadan boshlang
button-reconciliation = 🧾 Solishtirish
button-reconcile = 🧾 Hozir solishtirish
reconciliation-title = 🧾 <b>Toʻlov xizmatlari bilan solishtirish</b>
reconciliation-none = Toʻlov xizmatlari ulanmagan.
reconciliation-never = <b>{ $provider }</b>: hali solishtirilmagan
reconciliation-line =
    <b>{ $provider }</b>: { $at } UTC
    Yozuvlar: { $listed }, keyin hisobga olingani: { $settled }, farqlar: { $findings }
reconciliation-asked = Solishtirish boshlandi: bir daqiqadan keyin «Yangilash» tugmasini bosing

# Export
export-customers = Mijozlar
export-subscriptions = Faol obunalar
export-charges = Toʻlovlar
export-transfers = Hisob yozuvlari
export-audit = Amallar jurnali
export-caption = 📄 <b>{ $table }</b>: { $rows ->
        [one] { $rows } qator
       *[other] { $rows } qator
    }
export-part = { $part }-qism
button-admin-export = 📤 Eksport
export-title =
    📤 <b>Eksport</b>

    Jadvalni tanlang: fayl shu yerga, chatga keladi.
export-asked = Faylni tayyorlayapmiz: u shu chatga keladi
export-failed = ⚠️ «{ $table }» eksporti amalga oshmadi. Sababi server jurnalida yozilgan; keyinroq qayta urinib koʻring.
# Nosozlik
incident-banner = ⚠️ { $text }
incident-default = Hozir uzilishlar boʻlishi mumkin. Tuzatyapmiz — obunangiz va pulingiz joyida.
button-admin-incident = 🚨 Nosozlik xabari
admin-incident-title = 🚨 <b>Nosozlik xabari</b>
admin-incident-on = 🔴 Hammaga koʻrsatyapmiz — bosh menyu tepasida va xizmat holatida:
admin-incident-off = ⚪️ Oʻchirilgan. Yoqilsa, hamma shuni koʻradi:
admin-incident-by = Oxirgi oʻzgarish: <code>{ $actor }</code>, { $at }
button-incident-on = 🔴 Yoqish
button-incident-off = ⚪️ Oʻchirish
button-incident-text = ✍️ Matnni oʻzgartirish
admin-incident-ask =
    Mijozlarga nima deb yozamiz? 1000 belgigacha.
    Fikringizdan qaytdingizmi? /cancel
admin-incident-bad = 1 dan 1000 belgigacha matn kerak.
admin-incident-draft = Hamma buni shunday koʻradi:
button-incident-save = ✅ Saqlash va yoqish
admin-draft-gone = Bu shakl allaqachon yopilgan — mana hozirgi holat
admin-gone = Bu endi bu yerda yoʻq
admin-choose = Quyidagi tugma bilan tanlang.

# Promokodlar
button-admin-promos = 🎟 Promokodlar
admin-promos-title = 🎟 <b>Promokodlar</b>
admin-promos-none = Hozircha bittasi ham yoʻq. Birinchisini yaratamizmi?
admin-promo-line = <code>{ $code }</code> · −{ $percent }% · { $used } / { $max } · { $until }
promo-no-end = muddatsiz
promo-state-active = amal qilyapti
promo-state-deactivated = oʻchirilgan
promo-state-expired = muddati tugagan
promo-state-spent = toʻliq ishlatilgan
admin-promo-card =
    <code>{ $code }</code> — { $state }

    Chegirma: <b>{ $percent }%</b>
    Ishlatilgan: { $used } / { $max }
    Band qilingan: { $held }
    Limitdan ortiq: { $over }
    Tugashi: { $until }
    Yaratilgan: { $created }
button-promo-new = ➕ Promokod yaratish
button-promo-end = ⏹ Oʻchirish
admin-promo-end-ask = <code>{ $code }</code> oʻchirilsinmi? U bilan endi yangi xarid qilib boʻlmaydi, qayta yoqib ham boʻlmaydi. Chegirmali narxni koʻrib boʻlganlar shu narxda toʻlaydi.
admin-promo-ask-code = Promokodni qanday nomlaymiz? 3–32 ta lotin harfi va raqam.
admin-promo-ask-percent = Chegirma necha foiz? 0 dan 100 gacha.
admin-promo-ask-unit = U qancha vaqt amal qiladi?
admin-promo-ask-hours = Necha soat?
admin-promo-ask-days = Necha kun?
admin-promo-ask-months = Necha oy? Bir oyda 30 kun.
admin-promo-ask-uses = Undan necha kishi foydalana oladi?
button-promo-random = 🎲 Tasodifiy
button-promo-hours = Soat
button-promo-days = Kun
button-promo-months = Oy
button-promo-unlimited = Muddatsiz
button-promo-any-uses = ♾ Cheklovsiz
admin-promo-bad-code = Faqat lotin harflari va raqamlar, 3 tadan 32 tagacha.
admin-promo-code-taken = Bunday promokod bor va hozir amal qilyapti.
admin-promo-bad-percent = 0 dan 100 gacha butun son kerak.
admin-promo-bad-time = 1 dan boshlab butun son kerak, hammasi oʻn yildan oshmasin.
admin-promo-bad-uses = 1 dan milliongacha butun son kerak.
admin-promo-summary =
    🎟 <code>{ $code }</code>

    Chegirma: <b>{ $percent }%</b>
    Foydalanish soni: { $max }
    Tugashi: { $until }

    Hammasi toʻgʻrimi?
button-promo-create = ✅ Yaratish

# Paneldagi xabarnomalar
button-broadcasts = 📣 Ommaviy xabarlar
admin-broadcasts-title = 📣 <b>Ommaviy xabarlar</b>
admin-broadcasts-none = Hozircha bittasi ham yoʻq.
admin-broadcasts-signs = 📝 qoralama · ▶️ tarqatilyapti · ⏸ pauzada · ✅ tugagan · 🚫 bekor qilingan
button-broadcast-new = ➕ Yangi ommaviy xabar
button-broadcast-unsubscribed = 🎯 Obunasi yoʻqlarga
button-broadcast-tests = 📊 A/B testlar
button-broadcast-test = 📊 Matnlarni solishtirish
button-broadcast-start = 🚀 Yuborish
button-broadcast-preview = 👀 Qayta koʻrsatish
button-broadcast-open = 📣 Xabarnomaga
operator-broadcast-previewed = 👀 «{ $title }»: mijozlar yuqoridagidek koʻradi.
operator-broadcast-previewed-ab = 👀 «{ $title }»: yuqorida ikki matn: avval A, keyin B.
button-broadcast-pause = ⏸ Pauza
button-broadcast-resume = ▶️ Davom ettirish
button-broadcast-cancel = 🚫 Xabarni bekor qilish
button-broadcast-one = Bitta matn
button-broadcast-ab = A/B: ikkita matn, yarim-yarim
broadcast-state-draft = qoralama
broadcast-state-running = tarqatilyapti
broadcast-state-paused = pauzada
broadcast-state-done = tugagan
broadcast-state-cancelled = bekor qilingan
broadcast-kind-info = ℹ️ Yangilik
broadcast-kind-maintenance = 🛠 Texnik ishlar
broadcast-kind-security = 🔒 Xavfsizlik
broadcast-kind-promo = 🎁 Aksiya
broadcast-segment-all = 👥 Hammaga
broadcast-segment-active = 🟢 Obunasi borlarga
broadcast-segment-no-subscription = 🎯 Obunasi yoʻqlarga
admin-broadcast-card =
    <b>{ $title }</b> — { $state }

    Turi: { $kind }
    Kimga: { $segment }
    Yaratilgan: { $created }
admin-broadcast-reach =
    { $count ->
        [one] Hozir uni { $count } ta mijoz oladi.
       *[other] Hozir uni { $count } ta mijoz oladi.
    }
admin-broadcast-preview-comes = Namunasi shu chatga kelyapti.
admin-broadcast-previewed = Namunasi koʻrsatildi — yuborish mumkin.
admin-broadcast-progress =
    Oluvchilar: { $recipients }
    Yuborildi: { $sent }
    Navbatda: { $waiting }
    Yetkazilmadi: { $failed }
    Nomaʼlum: { $unknown }
    Oʻtkazib yuborildi: { $skipped }
admin-broadcast-listing = Oluvchilar roʻyxati hali tuzilyapti.
admin-broadcast-left = Taxminan { $minutes } daqiqa qoldi.
admin-broadcast-start-ask =
    { $count ->
        [one] «{ $title }» { $count } ta mijozga yuborilsinmi?
       *[other] «{ $title }» { $count } ta mijozga yuborilsinmi?
    }
admin-broadcast-cancel-ask = «{ $title }» bekor qilinsinmi? Yuborilgani mijozlarda qoladi; keyin davom ettirib boʻlmaydi.
admin-broadcast-not-now = Hozir bunday qilib boʻlmaydi — mana hozirgi holat
admin-broadcast-not-previewed = Avval namunasini koʻring: u bir necha soniyada keladi. Kelmasa — «Qayta koʻrsatish».
admin-broadcast-not-taken = Telegram bu matnni qabul qilmayapti — sababi quyida
admin-broadcast-tests-title = 📊 <b>A/B testlar</b>
admin-broadcast-tests-none = Hozircha bittasi ham yoʻq: yangi xabarda «A/B»ni tanlang.
admin-broadcast-test-line =
    <b>{ $title }</b> · { $at }
    A — { $a } ({ $partA }%), B — { $b } ({ $partB }%)
admin-broadcast-test-title = 📊 <b>{ $title }</b>
admin-broadcast-variant =
    <b>{ $variant } matni</b> — yuborildi: { $sent } ({ $part }%)
    Oluvchilar: { $recipients }, yetkazilmadi: { $failed }, nomaʼlum: { $unknown }
admin-broadcast-test-total = Jami yuborildi: { $sent } / { $recipients }.
admin-broadcast-ask-title = Xabar sarlavhasi qanday? 100 belgigacha bitta qator, uni mijozlar koʻradi.
admin-broadcast-ask-ab = Hammaga bitta matnmi yoki ikkitasini solishtiramizmi?
admin-broadcast-ask-text = Matnni yuboring, 3900 belgigacha. Qalin harflar, havolalar va boshqa bezaklar saqlanadi.
admin-broadcast-ask-text-a = A matnini yuboring, 3900 belgigacha. Bezaklari saqlanadi.
admin-broadcast-ask-text-b = Endi B matnini yuboring.
admin-broadcast-ask-kind = Bu qanday xabar? Sarlavha oldidagi belgi shunga bogʻliq.
admin-broadcast-ask-segment = Kimga yuboramiz? Keyin namunasini koʻrsatamiz — hozircha hech narsa ketmaydi.
admin-broadcast-bad-title = 100 belgigacha bitta qator kerak.
admin-broadcast-bad-text = 3900 belgigacha matn kerak.
admin-broadcast-bad-text-b = 3900 belgigacha, A dan farqli matn kerak.

# Paneldagi referallar
button-admin-referrals = 🤝 Takliflar
admin-referrals-totals =
    🤝 <b>Doʻst taklif qilish dasturi</b>

    Taklif qilganlar: { $referrers }
    Taklif qilinganlar: { $invited }, ulardan toʻlayotganlar: { $paying }
    Taklif qilinganlardan tushum: { $revenue }
    Keshbek: { $cashback }
    Bir taklif qiluvchiga oʻrtacha: { $average }
admin-referrals-top = <b>Eng koʻp tushum</b>
admin-referrals-none = Hozircha hech kim hech kimni taklif qilmagan.
admin-referrals-by-revenue = 🤝 <b>Tushum boʻyicha</b>
admin-referrals-by-invited = 🤝 <b>Taklif qilinganlar soni boʻyicha</b>
admin-referrals-by-cashback = 🤝 <b>Keshbek boʻyicha</b>
admin-referrer-line = { $place }. { $name } — { $invited } (toʻlayotganlar { $paying }) · { $revenue } · keshbek { $cashback }
button-referral-by-revenue = 💰 Tushum boʻyicha
button-referral-by-invited = 👥 Taklif boʻyicha
button-referral-by-cashback = 🎁 Keshbek boʻyicha
button-referral-history = 🧾 Mukofotlar
button-referral-search = 🔎 Qidirish
admin-rewards-title = 🧾 <b>Mukofotlar</b>
admin-rewards-none = Hozircha mukofotlar yoʻq.
admin-reward-line = { $at } · <code>{ $referrer }</code> +{ $amount } ({ $percent }%): <code>{ $buyer }</code> toʻlovi { $base }
admin-referrer-reward = { $at } · +{ $amount } ({ $percent }%): <code>{ $buyer }</code> toʻlovi { $base }
admin-referrer-ask = Qidirayotgan odamingizning ID raqamini yoki @username nomini yuboring.
admin-referrer-nobody = Bu mijoz hali hech kimni taklif qilmagan.
admin-referrer-card =
    🤝 <b>{ $name }</b> · <code>{ $id }</code>

    Daraja: { $level }, { $percent }%
    Taklif qilinganlar: { $invited }, ulardan toʻlayotganlar: { $paying }
    Tushum: { $revenue }
    Keshbek: { $cashback }

# Xabar namunalari
button-admin-samples = 🧪 Xabar namunalari
admin-samples-title =
    🧪 <b>Xabar namunalari</b>

    Bosing — bot sizga xabarni mijozlar koʻradigan koʻrinishda yuboradi. Uni boshqa hech kim olmaydi.
admin-sample-sent = Namuna sizga yuborildi
sample-mark = 🧪 <b>Namuna.</b> Summalar, sanalar va kalit oʻylab topilgan.
sample-trial-started = Sinov boshlanishi
sample-payment-new = Birinchi xarid
sample-access-ready = Kalit tayyor
sample-payment-renewal = Uzaytirish
sample-renewed = Avtomatik uzaytirish
sample-renewal-short = Pul yetmadi
sample-ends-in-3-days = 3 kun qoldi
sample-ends-in-24-hours = Bir sutka qoldi
sample-ends-in-6-hours = 6 soat qoldi
sample-ends-in-3-hours = 3 soat qoldi
sample-ended = Obuna tugadi
sample-trial-first-hours = Sinov: 6 soat
sample-trial-third-day = Sinov: 48 soat
sample-trial-last-hours = Sinov: tez orada tugaydi
sample-trial-ended = Sinov tugadi
sample-wallet-credited = Balans toʻldirildi
sample-wallet-adjusted = Balans tuzatildi
sample-traffic-used-up = Trafik tugadi
sample-referral-joined = Doʻst keldi
sample-referral-trial = Doʻst sinab koʻryapti
sample-commission-paid = Keshbek
sample-withdrawal-approved = Yechish maʼqullandi
sample-withdrawal-rejected = Yechish rad etildi
sample-refunded = Pul qaytarildi
# Mijozlar
button-people = 👤 Mijozlar
people-ask = 🔎 ID, @username, hisob yoki toʻlov raqamini yuboring.
people-lost = Boshlangan ish yoʻqolib qoldi — iltimos, qaytadan boshlang.
people-changed = Shu orada nimadir oʻzgardi: kartochkani koʻrib, yana qaror qiling.
people-no-access = Faol obuna yoʻq
person-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>
person-since = { $date } dan beri biz bilan, tili: { $language }
person-unreachable = 🔕 Bot bloklangan: xabarlar yetib bormaydi
person-access-none = Hali obunasi boʻlmagan
person-access-active = ✅ { $plan } { $until } UTC gacha
person-access-preparing = ⏳ { $plan } { $until } UTC gacha, kalit tayyorlanmoqda
person-access-ended = ⌛️ { $plan } { $until } UTC da tugagan
person-key =
    🔑 Kalit yashirin, { $count ->
        [0] almashtirilmagan
        [one] { $count } marta almashtirilgan
       *[other] { $count } marta almashtirilgan
    }
person-key-changing = 🔄 Kalit almashtirilyapti: tugunlar hali tasdiqlamadi
person-renewals = 🔁 Uzaytirishlar: { $count }
person-vip = 👑 VIP
person-discount = 🏷 { $percent }% chegirma, muddatsiz
person-discount-until = 🏷 { $percent }% chegirma, { $until } UTC gacha
person-balance = 💰 Balans: { $amount }
person-debt = ⚠️ Qarz: { $amount }
button-other-person = 🔎 Boshqa mijoz
button-gift = 🎁 Obuna berish
button-revoke = ⛔️ Obunani toʻxtatish
button-rekey = 🔑 Kalitni almashtirish
button-rekey-runs = 🔄 Kalit almashtirilyapti…
gift-plan = 🎁 Qaysi tarifni beramiz?
gift-length = 🎁 { $plan }: qancha muddatga?
length-m =
    { $count ->
        [one] { $count } daqiqa
       *[other] { $count } daqiqa
    }
length-h =
    { $count ->
        [one] { $count } soat
       *[other] { $count } soat
    }
length-d =
    { $count ->
        [365] 1 yil
        [one] { $count } kun
       *[other] { $count } kun
    }
button-gift-m = ✍️ Daqiqa
button-gift-h = ✍️ Soat
button-gift-d = ✍️ Kun
gift-type-m = Necha daqiqa? Sonini yuboring.
gift-type-h = Necha soat? Sonini yuboring.
gift-type-d = Necha kun? Sonini yuboring.
gift-bad-count = Noldan katta butun son kerak, oʻn yildan oshmasin.
gift-tell = 🎁 { $plan }, { $length }. Mijozga xabar beramizmi?
button-tell = 🔔 Xabar berish
button-tell-not = 🔕 Xabar bermaslik
gift-ask =
    🎁 <b>{ $plan }, { $length }</b>

    Hozirgi muddati: { $before }
    Yangi muddati: { $after } UTC
gift-no-end = obuna yoʻq
gift-told = 🔔 Mijozga xabar boradi.
gift-told-not = 🔕 Mijozga hech narsa yozmaymiz.
revoke-tell = ⛔️ Obunani toʻxtatish. Mijozga xabar beramizmi?
revoke-ask =
    ⛔️ <b>{ $plan } toʻxtatilsinmi?</b>

    Hozirgi muddati: { $before }
    Tugashi: darhol
rekey-ask = 🔑 { $issued } UTC da berilgan kalit almashtirilsinmi? Tugunlar yangisini bilishi bilan eskisi ishlamay qoladi, mijozga esa xabar boradi.
rekey-runs = Kalit allaqachon almashtirilyapti: tugunlar yangisini hali tasdiqlamadi
notice-access-granted =
    🎁 <b>Sizga obuna sovgʻa qildik</b>

    { $plan } { $until } UTC gacha amal qiladi.
notice-access-revoked =
    ⛔️ <b>Obunangizni toʻxtatdik</b>

    Bu siz uchun kutilmagan boʻlsa, bizga yozing — hal qilamiz.
notice-key-reissued =
    🔑 <b>Kalitingizni almashtirdik</b>

    Eskisi endi ishlamaydi. Ilova havola orqali ulangan boʻlsa, oʻzi yangilanadi; kalitni qoʻlda qoʻshgan boʻlsangiz — yangisini joylang:
person-history = 🧾 <b><code>{ $id }</code> tarixi</b>, { $page }-bet
person-grant = { $what }, { $plan }, { $until } gacha
person-act-access-revoked = ⛔️ obuna toʻxtatildi
person-act-access-adopted = obuna avvalgi botdan koʻchirildi
person-act-credential-reissued = 🔑 kalit almashtirildi
person-act-discount-granted = 🏷 chegirma berildi
person-act-discount-ended = 🏷 chegirma oʻchirildi
person-line = { $what }: { $amount }
person-note = «{ $note }»
person-line-charge-received = 💰 toʻlov
person-line-purchase = 🛒 xarid
person-line-commission-paid = 🎁 mukofot
person-line-commission-clawed = 🎁 mukofot qaytarib olindi
person-line-refund-clawed = ↩️ pul qaytarildi
person-line-withdrawal-held = 💸 yechish arizasi
person-line-withdrawal-returned = 💸 yechish rad etildi
person-line-adjustment = ✏️ balans tuzatildi
person-line-receivable-collected = qarz hisobiga
people-done-before = Bu allaqachon bajarilgan
button-discount = 🏷 Chegirma berish
button-discount-end = 🏷 Chegirmani oʻchirish
button-vip-give = 👑 VIP berish
button-vip-take = 👑 VIPni olib qoʻyish
button-type = ✍️ Kiritish
button-wallet-in = ➕ Balansga qoʻshish
button-wallet-out = ➖ Balansdan yechish
discount-percent = 🏷 Qanday chegirma beramiz?
discount-type = Necha foiz? 1 dan 99 gacha son yuboring.
discount-bad-percent = 1 dan 99 gacha butun son kerak.
discount-days = 🏷 { $percent }% chegirma: qancha muddatga?
discount-type-days = Necha kunga? Sonini yuboring; 0 — muddatsiz.
discount-bad-days = Kunlarning butun soni kerak, oʻn yildan oshmasin; 0 — muddatsiz.
discount-for-good = Muddatsiz
discount-ask = 🏷 { $percent }% chegirma berilsinmi, muddati: { $days }?
discount-exists = Chegirma allaqachon bor: avval uni oʻchiring
discount-end-ask = 🏷 { $percent }% chegirma oʻchirilsinmi?
wallet-amount-in = ➕ Qancha qoʻshamiz? Balansda { $balance }. Summani rublda yuboring.
wallet-amount-out = ➖ Qancha yechamiz? Balansda { $balance }. Summani rublda yuboring.
wallet-bad-amount = Noldan katta va milliondan oshmaydigan summa kerak, masalan 150 yoki 99,50.
wallet-holds-less = Balansda buncha pul yoʻq.
wallet-reason-in = { $amount } nima uchun qoʻshilyapti? Mijoz bu soʻzlarni koʻradi.
wallet-reason-out = { $amount } nima uchun yechilyapti? Mijoz bu soʻzlarni koʻradi.
wallet-bad-reason = Sababi kerak, { $max } belgidan oshmasin.
wallet-ask-in = ➕ <b>{ $id } mijozning balansiga { $amount } qoʻshilsinmi?</b>
wallet-ask-out = ➖ <b>{ $id } mijozning balansidan { $amount } yechilsinmi?</b>
wallet-ask-balance = Balans: { $before } → { $after }
wallet-ask-debt = Avval qarz hisobiga: { $amount }
wallet-ask-reason = Sababi: { $reason }
button-keys = 🔑 Kalitlar
keys-title = 🔑 <b>Kalitlar</b>
keys-never = Hammaga birdan kalitlar hali almashtirilmagan.
keys-running = 🔄 Hammaga almashtiryapmiz, { $started } UTC dan beri
keys-cancelled = ⏹ Oxirgi marta { $started } UTC da almashtirish boshlanib, toʻxtatilgan
keys-done = ✅ Oxirgi marta { $started } UTC da hammaga almashtirilgan
keys-listing = Roʻyxat hali tuzilyapti.
keys-counts =
    Jami: { $total }
    Tayyor: { $done }
    Oʻtkazib yuborildi: { $skipped }
    Boʻlmadi: { $failed }
    Qoldi: { $left }
keys-time-left =
    { $minutes ->
        [one] Yana taxminan { $minutes } daqiqa
       *[other] Yana taxminan { $minutes } daqiqa
    }
keys-as-of = { $at } UTC holatiga koʻra
button-rekey-one = 🔎 Bitta mijozga
button-rekey-all = 🔁 Hammaga birdan
button-rekey-stop = ⏹ Toʻxtatish
button-rekey-all-yes = 🔁 Ha, hammaga
button-continue = Davom etish
keys-ask =
    🔁 <b>Kalitlar hammaga almashtirilsinmi?</b>

    { $count ->
        [one] Yangi kalitni obunasi faol { $count } ta mijoz oladi.
       *[other] Yangi kalitni obunasi faol { $count } ta mijoz oladi.
    }
    Har biriga xabar boradi. Tugunlar yangisini bilishi bilan eski kalit ishlamay qoladi.
keys-ask-again = Kalitni qoʻlda qoʻshganlar yangisini joylamaguncha VPNsiz qoladi. Rostdan hammaga almashtirilsinmi?
keys-old-question = Savol eskirgan: nechta mijoz ekanini yana koʻring
keys-runs = Kalitlar allaqachon almashtirilyapti
keys-stop-ask = Toʻxtatilsinmi? Almashtirib boʻlinganlarda yangi kalit qoladi.
keys-report-done = ✅ <b>Kalitlar hammaga almashtirildi</b>
keys-report-cancelled = ⏹ <b>Kalitlarni almashtirish toʻxtatildi</b>
keys-failed = Bularda boʻlmadi: { $ids }
