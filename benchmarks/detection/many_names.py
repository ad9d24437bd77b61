"""Names of the many origins of those who write, some that everybody bears and some that no list knows. Nobody real is meant."""

from __future__ import annotations

import random

from benchmarks.detection import people

_GIVEN = (
    # French, old and new
    "Adélard Aldège Alphonsine Ambroise Anatole Annabelle Apolline Aristide Armandine Aubin Augustine Aurélien Bastien"
    " Bérengère Blandine Calixte Candide Capucine Célestine Clovis Cyprien Délia Donatien Edmée Eloïse Émérentienne"
    " Ernestine Eudore Évariste Fabrice Firmin Flavie Florian Fulgence Gaëlle Ghislaine Gilberte Godefroy Gratien Guylaine"
    " Hector Hermance Hermine Honorine Hortense Huguette Isidore Jeannine Joannie Jocelyn Josaphat Judith Justine Laurette"
    " Léocadie Léonce Léontine Ludivine Lucille Magella Maëlle Marielle Maryvonne Mélodie Micheline Mireille Monique"
    " Napoléon Ninon Normande Odilon Ombeline Onésime Oscar Pascale Perrine Philomène Raoul Reine Roch Rolande Romane Roméo"
    " Rosaire Sidonie Sylvain Télesphore Théodule Thibaud Ulric Valérie Yolande Yvette Zacharie Zénon Zéphirin Marie-Pier"
    " Marie-Soleil Jean-Sébastien Pierre-Olivier Anne-Laure Carol-Ann"
    # English, Irish, Scottish
    " Abigail Ainsley Alastair Barney Beverley Blythe Brenda Brendan Callum Cedric Clara Craig Cyril Dorothy Duncan Edith"
    " Eleanor Elspeth Ewan Fiona Fergus Geoffrey Gladys Graham Harriet Hattie Howard Ingrid Irma Janet Keegan Kerry Lachlan"
    " Lorna Lucinda Mabel Maeve Malcolm Maureen Mildred Morag Muriel Nigel Niamh Orla Padraig Phyllis Quinlan Rhoda Roderick"
    " Rowena Rupert Saoirse Sheila Siobhan Tabitha Tamsin Trudy Ursula Vernon Wanda Wendell Wilfred Winifred Zelda Braxton"
    " Brynn Jaxon Kaylee Mackenzie"
    # Arabic, Berber, Persian, Turkish
    " Abdelkrim Amira Ayoub Badra Bilal Chaïma Dounia Farid Ghita Hakim Hanane Hicham Houda Ilyes Imane Jamila Kamel Khadija"
    " Lamia Lounès Mahdi Malika Massinissa Meriem Nabila Nassim Naïma Omar Rachid Rania Ryad Safia Samir Siham Slimane"
    " Soraya Taoufik Tinhinan Wassim Yacine Yasmina Zineb Zohra Ardeshir Bahram Farzaneh Golnaz Hossein Kiarash Mahsa"
    " Niloufar Parisa Shirin Aylin Emre Gülay Kemal Leyla Onur Yıldız"
    # African and Caribbean
    " Abena Adjoua Akosua Aminata Ayodele Babacar Bintou Chidi Chinonso Dieudonné Djeneba Efua Fatoumata Folasade Gaspard"
    " Ibrahima Jean-Baptiste Kofi Kouassi Lindiwe Mamadou Makena Mbali Moïse Mwamba Ngozi Nkechi Oumar Ousmane Rokhaya Sékou"
    " Thandiwe Tendai Wangari Wilner Woodly Yaa Yaovi Youssou Zola Fritznel Guerda Islande Jacquelin Mirlande Nadège"
    " Rose-Laure Widlin"
    # Asian
    " Aarav Aditi Amandeep Anand Arjun Bao Bich Chandrika Charanjit Daisuke Deepak Divya Gurpreet Haruki Hien Hyun-Woo"
    " Jagdeep Ji-Yeon Jun Kavitha Keiko Khanh Lakshmi Manpreet Meera Mei-Ling Minh Nandini Ngoc Nirmala Phuong Pooja Qing"
    " Rajesh Ravinder Sachiko Sanjay Seo-Jun Shreya Sunita Suresh Tenzin Thuy Trang Vikram Xiaoming Yuki Yusra Zhen Analyn"
    " Jomar Maricel Rizalyn"
    # Slavic, Baltic, Greek, Hungarian, Romanian
    " Agnieszka Anatoliy Andrzej Bogdan Bojana Bronislaw Casimir Danuta Dragan Eleni Gheorghe Grazyna Halyna Ioana Ivana"
    " Jadwiga Kateryna Kostas Krzysztof Ljubica Ludmila Magdalena Mirela Miroslav Nadezhda Oksana Olena Panagiotis Radu"
    " Slavica Snezana Stavroula Svetlana Tadeusz Vasil Vesna Yevgenia Zbigniew Zoltan Zsófia"
    # Spanish, Portuguese, Italian
    " Aldo Alejandra Ximena Beatriz Bruna Calogero Concetta Dolores Domenico Esperanza Filomena Giuseppina Graziella"
    " Guadalupe Inmaculada Itzel Joaquim Leandro Lucinda Marisol Nélida Nuno Ofelia Pasqualina Rocío Rodrigo Rosalba"
    " Salvatore Thiago Yolanda"
    # First peoples, Jewish, German, Scandinavian
    " Aputik Elisapie Kanerahtenhawi Lukasi Makivik Mikak Nuna Qumaluk Sakari Tayorasi Tshakapesh Uapukun Wapikoni Aviva"
    " Chaya Gittel Menachem Moishe Rivka Shoshana Tzipora Yehuda Anneliese Astrid Dagmar Dietrich Friedrich Gunnar Heike"
    " Jürgen Solvei"
    # as few are called
    " Élow Jayvian Kaelynn Mahéva Naëlle Océliane Rykia Thaïssa Tyméo Zaya Briseïs Maylie Ozias Loukianos Evaëlle Nathéo"
    " Kéliane"
).split()
_SURNAMES = (
    # Québec and France
    "Archambault Arpin Aubut Babin Barrette Beaudoin Bélisle Bernatchez Bissonnette Blais Blouin Boivin Bouliane Brassard"
    " Brisebois Brodeur Bureau Cadotte Cantin Chaput Charbonneau Chénier Chouinard Corriveau Cournoyer Croteau D'Amours"
    " Dandurand Daoust Décarie Delorme Desrochers Deschênes Dionne Drolet Dufresne Duguay Dumoulin Duquette Durocher Émond"
    " Fafard Falardeau Favreau Ferland Fiset Fradette Gagnier Galarneau Gamache Gaudreault Gélinas Gendron Gingras Godbout"
    " Grandmaison Grenier Guimond Hamelin Harvey Huot Jalbert Jobin Jutras Labrecque Lachapelle Lafrenière Lalancette"
    " Lamontagne Langlois Lanthier Larochelle Latulippe Laverdure Lecavalier Légaré Lemelin Létourneau Lortie Lussier Maheux"
    " Malenfant Marchessault Ménard Miron Montpetit Morissette Normandeau Ostiguy Painchaud Papineau Patenaude Perreault"
    " Pinsonneault Plamondon Pomerleau Pronovost Quirion Rancourt Ratté Rhéaume Robitaille Rousseau Sansregret Sauriol"
    " Sirois St-Amour St-Onge Taillefer Tanguay Théberge Thivierge Trépanier Vadnais Vaillancourt Valiquette Vézina"
    " Villemure Boudrias Cotnoir Desgroseilliers Frappier Lamoureux-Hébert Quesnel Trottier-Gauvin"
    # English, Irish, Scottish, Welsh
    " Abernathy Armitage Atherton Bancroft Blackwood Braithwaite Brannigan Cartwright Cavanagh Chadwick Connolly Cruikshank"
    " Dalrymple Donoghue Drummond Ellsworth Fairweather Fitzpatrick Gallagher Gillespie Goodfellow Halliday Hargreaves"
    " Hathaway Holloway Kavanagh Kilpatrick Lockhart MacAllister MacIsaac McAlpine McCutcheon McGillivray Mulcahy"
    " O'Callaghan O'Dowd O'Reilly Ogilvie Partridge Pettigrew Quigley Ramsbottom Rutherford Shaughnessy Stockwell Tremaine"
    " Underhill Wainwright Wetherby Whitcombe"
    # Arabic, Berber, Persian, Turkish, Armenian
    " Abboud Aït-Ahmed Belkacem Benchekroun Benmoussa Bouazza Bouteflika Chebbi Cherkaoui El-Khoury Fakhoury Ghannouchi"
    " Hadj-Ali Hamadouche Idrissi Khelifi Lahlou Mansouri Mezghani Nasrallah Ouazzani Saïdi Tahiri Zerrouki Zitouni Ahmadi"
    " Farahani Karimzadeh Mirzaei Tavakoli Çelik Demir Öztürk Yılmaz Bedrossian Hagopian Sarkissian"
    # African and Caribbean
    " Adeyemi Agbaje Bamba Camara Chukwu Coulibaly Diallo Diop Dossou Fofana Gueye Kabongo Kamara Kouyaté Mbeki Mensah"
    " Mukendi Mutombo Nkrumah Nwosu Ouédraogo Owusu Sissoko Sow Tchoumi Touré Traoré Wambui Augustin Célestin Désir Dorcélus"
    " Estimé Jean-Louis Petit-Frère Philogène Pierre-Louis Saintilus Théodat"
    # Asian
    " Agarwal Bhattacharya Chatterjee Chaudhry Dhaliwal Gopalakrishnan Grewal Iyer Kapoor Mukherjee Nair Patel Rajapaksa"
    " Sandhu Sidhu Subramaniam Bui Chau Dinh Huynh Luong Ngo Pham Quach Tran Vuong Chen Huang Ouyang Xie Zhang Zhou Fujimoto"
    " Kobayashi Nakamura Takahashi Choi Hwang Jeong Baptista-Cruz Dimaculangan Macaraeg Villanueva Gyatso Sok Keophila"
    # Slavic, Baltic, Greek, Hungarian, Romanian
    " Bondarenko Chernenko Dąbrowski Dimitriadis Dragomir Horvath Hrynchuk Ionescu Jankowski Jovanovic Kaczmarek Kovács"
    " Kowalczyk Kravchenko Lysenko Markovic Melnyk Nowak Papadopoulos Petrenko Popescu Radulescu Shevchenko Sokolov"
    " Stojanovic Szabó Tkachenko Tsoukalas Volkov Wójcik Zielinski Žukauskas"
    # Spanish, Portuguese, Italian
    " Acevedo Aguilar Barbosa Bianchi Carvalho Cifuentes D'Alessandro Di-Iorio Echeverría Esposito Figueiredo Fuentes"
    " Gutiérrez Iannuzzi Lombardi Maldonado Medeiros Mancini Navarrete Olivares Pacheco Quispe Ricciardi Sepúlveda Teixeira"
    " Tommasini Urrutia Vásquez Zambrano"
    # First peoples, Jewish, German, Dutch, Scandinavian
    " Awashish Cleary Diabo Dominique-Vollant Etapp Gros-Louis Kanapé Mianscum Neeposh Ottawa-Flamand Picard-Sioui Qavvik"
    " Siméon Tulugak Vollant Weistche Abramovitch Birnbaum Finkelstein Goldstein Rabinovitch Rosenzweig Teitelbaum"
    " Achterberg Hoffmann Holmqvist Jorgensen Knudsen Lindholm Schumacher Steinbach Vandenberghe Zimmermann"
    # as few are called
    " Abrioux Crêteau Dzonlic Ferrazzo Garandeau Kermoal Lhermuzeaux Maraschiello Nokwethu Ploërmel Rzeznik Sztaba"
    " Tchividjian Valcin"
).split()


def given(rng: random.Random) -> str:
    "A given name: one of three of those that everybody bears."
    return rng.choice(people.GIVEN if rng.random() < 0.35 else _GIVEN)


def surname(rng: random.Random) -> str:
    "A surname, the same way."
    return rng.choice(people.SURNAMES if rng.random() < 0.35 else _SURNAMES)
