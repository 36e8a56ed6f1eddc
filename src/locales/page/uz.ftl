language-name = Oʻzbekcha
language-switch = Sahifa tili

state-active = Faol
state-ended = Tugagan
state-suspended = Toʻxtatib turilgan
subscription = Sizning obunangiz
days-left = { $days ->
    [one] { $days } kun qoldi
   *[other] { $days } kun qoldi
}
until-active = { $until } gacha amal qiladi
until-ended = Tugagan sana: { $until }
ended-title = Obuna tugadi
ended-text = Uni botda uzaytiring: shu havolaning oʻzi yana ishlaydi, ilovada hech narsani oʻzgartirish shart emas.
suspended-title = Trafik tugadi
suspended-text = Limit yangilanganda yoki yordam xizmati uni oshirganda ulanish oʻzi davom etadi. Ilovada hech narsani oʻzgartirish shart emas.
open-bot = Botni ochish

traffic = Trafik
traffic-used = { $used } ishlatildi
traffic-left = { $left } qoldi, jami { $limit }
traffic-unlimited = Cheklovsiz
locations = Davlatlar

connect = Qurilmani ulang
other-devices = Boshqa qurilmalar
platform-ios = iPhone va iPad
platform-android = Android
platform-windows = Windows
platform-macos = Mac
platform-linux = Linux
step-install = Ilovani oʻrnating
step-install-text = Bulardan istalgani boʻladi. Qaysi birini tanlashni bilmasangiz, birinchisini oling.
step-import = Obunani qoʻshing
step-import-text = Ilovangiz nomini bosing: u ochiladi va obunani oʻzi qoʻshadi.
step-switch-on = Ulanishni yoqing
switch-on-ios = Ilovadagi katta tugmani bosing va VPN konfiguratsiyasini qoʻshishga ruxsat bering.
switch-on-android = Ilovadagi katta tugmani bosing va ulanish soʻroviga rozilik bering.
switch-on-windows = Yoqish tugmasini bosing. Ulanish barcha dasturlarda ishlashi uchun ilovani administrator nomidan ishga tushiring va TUN rejimini yoqing.
switch-on-macos = Yoqish tugmasini bosing va tizim soʻrasa, tarmoq kengaytmasiga ruxsat bering.
switch-on-linux = Yoqish tugmasini bosing. TUN rejimi uchun tizim administrator parolini soʻraydi.
add-to = { $app } ilovasiga qoʻshish
get-app = { $app } ilovasini yuklab olish: { $store }

link = Obuna havolasi
link-text = Tugmalar ishlamasa, havoladan nusxa oling va uni ilovaga obuna sifatida qoʻshing.
copy = Havolani nusxalash
copied = Havola nusxalandi
copy-by-hand = Havola belgilandi — uni qoʻlda nusxalang
qr = Obuna QR-kodi
qr-text = Boshqa qurilmani ulash uchun uning kamerasini kodga qarating.

help = Agar ulanmasa
help-refresh = Serverlar koʻrinmadi yoki javob bermay qoʻydi
help-refresh-text = Ilovada obunani yangilang (odatda bu aylana shaklidagi strelka) va boshqa serverni tanlang.
help-time = Ulanish yoqilgan, lekin sahifalar ochilmayapti
help-time-text = Qurilmada sana va vaqt avtomatik qoʻyilganini tekshiring: soat notoʻgʻri boʻlsa, himoyalangan ulanish oʻrnatilmaydi.
help-other = Avval ishlardi, endi yoʻq
help-other-text = Boshqa VPN, proksi va reklama bloklagichlarni oʻchiring, keyin ulanishni oʻchirib, qayta yoqing.
help-button = Tugma hech narsani ochmayapti
help-button-text = Avval ilovani oʻrnating. Sahifa messenjer ichida ochilgan boʻlsa, uni oddiy brauzerda oching yoki havolani nusxalang.
support = Yordam xizmatiga yozish
keep-secret = Bu sahifani hech kimga bermang: havolani bilgan har kim ulana oladi. Havolani botda, profilda almashtirish mumkin.

gone = Havola ishlamayapti
gone-text = Balki u yangisiga almashtirilgandir. Botni oching va havolani profildan oling.
