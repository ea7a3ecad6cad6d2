package org.homeward.beneficiary.disclosure;

import java.util.List;
import java.util.Map;

/**
 * What story drafts of the programme read like, about other people than those of the name pairs.
 * Some of these others bear names that are near: Карим, Саид, Шариф, Раҳим.
 */
final class BenignTexts {

    static final List<String> TAJIK =
            """
            Мадина дӯзандагиро аз модараш омӯхт ва ҳоло панҷ шогирд дорад.
            Рустам соли 2015 аз Русия баргашт ва коргоҳи хурди дарзӣ кушод.
            Дар бозори марказӣ нони гарми Фарзонаро ҳама мешиносанд.
            Барнома ба ӯ мошини дӯзандагӣ, дазмол ва матоъ дод.
            Акнун ӯ ҳар ҳафта сад дона нон мепазад ва ба се мағоза мебарад.
            Шаҳло мегӯяд, ки ҳоли оилааш беҳтар шуд ва умед ба оянда дорад.
            Назари ҳамсоягон ба кори ӯ тағйир ёфт: дӯзандагӣ танҳо кори зан нест.
            Далер бо бародараш шарик шуд, чунки фармоишҳо зиёд шуданд.
            Раҳмати калон ба ҳамаи онҳое, ки дар рӯзҳои душвор дастгирӣ карданд.
            Бо кӯмаки ташкилот Парвина курси қаннодиро хатм намуд.
            Ҷӯраи деринааш Беҳрӯз ба ӯ ҷойи корро барои шаш моҳ иҷора дод.
            Сафари аввал ба Маскав ҳафт рӯз давом кард ва кори сахт интизораш буд.
            Дар фасли зимистон хамир дер мерасад, аз ин рӯ танӯрро барвақт гарм мекунанд.
            Нигора ба духтаронаш мегӯяд: илм беҳтарин сармоя аст.
            Соҳибкори ҷавон ҳисоби даромаду хароҷотро дар дафтар менависад.
            Ҳабиба дар маърака торти калон пухт ва меҳмонон таърифаш карданд.
            Бобоев Рустам роҳбари маҳалла аст ва аз ҳоли муҳоҷирон огоҳ мебошад.
            Малика куртаҳои миллӣ медӯзад ва ба намоишгоҳи Душанбе меравад.
            Баъди баргаштан ӯ қарз дошт, аммо дар ду сол ҳамаашро адо кард.
            Одинаева Сабоҳат дар бораи ҳуқуқи занон суханронӣ намуд.
            Тоҷигул субҳи барвақт аз хоб мехезад ва хамир мешӯрад.
            Карим дар коргоҳ матоъ мебурад, додараш тугма медӯзад.
            Ҳунарҳои мардумӣ дар ноҳия аз нав зинда мешаванд.
            Гулҳои сурх дар ҳавлӣ мешукуфанд ва кӯдакон бозӣ мекунанд.
            Зулфия дар назди хонааш дукон кушод ва ҳамсояҳо шод шуданд.
            Дар семинар панҷоҳ зан иштирок кард, бештарашон аз деҳаҳои дур.
            Амонов Далер ба ҷавонон мегӯяд, ки бе ҳуҷҷат ба муҳоҷират нараванд.
            Шодиева Нигина соҳиби се мошини дарздӯзӣ ва як дазмоли буғӣ шуд.
            Молу асбобро корманди барнома дар ҷойи кор супурд ва акс гирифт.
            Писари калониаш Саид баъди мактаб ба падар ёрӣ медиҳад.
            Ҳамкорон ӯро барои меҳнатдӯстӣ ва дасти сабукаш ҳурмат мекунанд.
            Субҳи содиқ бӯи нони тару тоза кӯчаро пур мекунад.
            Ашӯров чанд сол дар Самара бинокорӣ карду музд нагирифт.
            Имрӯз дар коргоҳ ҳашт нафар кор мекунад, панҷ нафарашон зан аст.
            """
                    .lines()
                    .toList();

    static final List<String> RUSSIAN =
            """
            Мадина научилась шить у матери и теперь сама учит пять девушек.
            Рустам вернулся из России в 2015 году и открыл небольшую мастерскую.
            На рынке все знают тёплый хлеб Фарзоны.
            Программа передала ей швейную машину, утюг и ткань.
            Каждую неделю она выпекает сто лепёшек и отвозит их в три магазина.
            Шахло говорит, что дела семьи пошли лучше и появилась надежда.
            Соседи изменили своё мнение: шитьё давно уже не только женское дело.
            Далер взял брата в долю, потому что заказов стало больше.
            Спасибо всем, кто поддержал нас в трудные дни.
            С помощью организации Парвина окончила курсы кондитеров.
            Старый друг Бехруз сдал ему помещение на полгода.
            Первая поездка в Москву длилась семь дней, впереди ждала тяжёлая работа.
            Зимой тесто подходит медленно, поэтому печь разогревают рано.
            Нигора повторяет дочерям: знание — лучшее приданое.
            Молодой предприниматель записывает доходы и расходы в тетрадь.
            Хабиба испекла большой торт, и гости её хвалили.
            Бобоев Рустам — глава махалли, он знает о каждом вернувшемся мигранте.
            Малика шьёт национальные платья и едет на выставку в Душанбе.
            После возвращения у него были долги, но за два года он всё отдал.
            Одинаева Сабохат рассказала о правах женщин.
            Таджигуль встаёт на рассвете и замешивает тесто.
            Карим кроит ткань, а его младший брат пришивает пуговицы.
            Народные ремёсла в районе возрождаются заново.
            Во дворе цветут красные розы и играют дети.
            Зульфия открыла лавку возле дома, соседи были рады.
            На встрече было пятьдесят женщин, большинство из дальних сёл.
            Амонов Далер советует молодым не уезжать без документов.
            Шодиева Нигина получила три швейные машины и паровой утюг.
            Сотрудник программы передал оборудование на месте и сделал снимок.
            Старший сын Саид после школы помогает отцу.
            Коллеги уважают его за трудолюбие и лёгкую руку.
            На рассвете запах свежего хлеба наполняет улицу.
            Ашуров несколько лет строил дома в Самаре и не получил зарплату.
            Сегодня в мастерской работают восемь человек, пятеро из них женщины.
            """
                    .lines()
                    .toList();

    static final List<String> ENGLISH =
            """
            Madina learned to sew from her mother and now teaches five girls herself.
            Rustam came back from Russia in 2015 and opened a small workshop.
            Everybody at the market knows Farzona's warm bread.
            The programme gave her a sewing machine, an iron and fabric.
            Every week she bakes a hundred loaves and takes them to three shops.
            Shahlo says that the family is better off and that there is hope again.
            The neighbours changed their mind: tailoring is not only for women.
            Daler made his brother a partner because there were more orders.
            Thanks to all who stood by us in the difficult days.
            With support from the organisation Parvina finished a course in confectionery.
            His old friend Behruz rented him a room for six months.
            The first journey to Moscow took seven days, and hard work was waiting.
            In winter the dough rises slowly, so they heat the oven early.
            Nigora tells her daughters that knowledge is the best dowry.
            The young entrepreneur writes income and costs into a notebook.
            Habiba baked a large cake and the guests praised her.
            Boboev Rustam leads the neighbourhood and knows of every returned migrant.
            Malika sews national dresses and travels to the exhibition in Dushanbe.
            After his return he was in debt, but he paid everything back in two years.
            Odinaeva Sabohat spoke about the rights of women.
            Tojigul gets up at dawn and kneads the dough.
            Karim cuts the cloth while his younger brother sews on the buttons.
            Folk crafts are coming back to life in the district.
            Red roses are in bloom in the yard and children play around them.
            Zulfiya opened a shop beside her home and the neighbours were glad.
            Fifty women came to the meeting, most of them from remote villages.
            Amonov Daler advises young people not to leave without papers.
            Shodieva Nigina received three sewing machines and a steam iron.
            A member of staff handed the equipment over on site and took a picture.
            The eldest son, Said, helps his father after school.
            His colleagues respect him for his diligence and his light hand.
            At dawn the smell of fresh bread fills the street.
            Ashurov built houses in Samara for years and never got his wages.
            Today eight people work in the workshop, and five of them are women.
            """
                    .lines()
                    .toList();

    static final Map<String, List<String>> ALL =
            Map.of("Tajik", TAJIK, "Russian", RUSSIAN, "English", ENGLISH);

    private BenignTexts() {}
}
