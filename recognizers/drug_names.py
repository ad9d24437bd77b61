"""Drugs by their names, generic and usual Canadian brands, as patterns over folded lower-case text. Add to them freely.

One pattern a name, separated by white space; `_` stands for a space inside one. Each begins with three plain letters (or
with a whole shorter word), by which the recognizer finds where to try it.
"""

from __future__ import annotations

from typing import Final

#: What a person takes.
DRUGS: Final = """
    abilify abraxane acamprosate acarbose accupril accutane acetaminophene? acide_valproique acitretine? aclasta
    actemra activelle actonel actos adalat adalimumab adderall adempas admelog adriamycine? adtralza advagraf advair
    advil aerius afinitor aggrenox aimovig airomir ajovy aldactone aldurazyme alecensa alertec alesse aleve alkeran
    allerject allopurinol alphagan alprazolam altace alunbrig alvesco alyftrek amantadine amaryl amerge
    amgevita amiodarone amlodipine amoxicilline? ampicilline? anafranil anastrozole androgel angiox anoro antabuse
    antibiotics? antibiotiques? anticoagulants? antidepressants? antidepresseurs? antihistaminiques?
    anti-?inflammatoires? anti-?inflammator(?:y|ies) antipsychotiques? anxiolytiques? apidra apretude aranesp arava
    aricept arimidex aripiprazole arixtra arnuity aromasin artane arthrotec asacol aspirine? atacand atarax atenolol
    ativan atorvastatine? atripla atrovent aubagio avamys avandia avapro avastin avelox avodart avonex axert azarga
    azathioprine azilect azithromycine? azopt azulfidine baclofene? bactrim baraclude basaglar belbuca benadryl
    benlysta bentylol benzaclin benzodiazepines? benztropine beovu besponsa beta-?blockers? beta-?bloquants?
    betahistine betaloc betaseron biaxin biktarvy bimzelx biphentin birth_control bisoprolol blood_thinners? bosulif
    botox braftovi breo brexpiprazole bricanyl brilinta brintellix briviact bromazepam budesonide buprenorphine
    bupropion burinex buscopan buspar buspirone butrans bydureon byetta cabenuva cabometyx caduet cafergot
    calcitonine? calquence campral canesten capecitabine carbamazepine carbolith carboplatine? cardizem cardura
    cariprazine caripul casodex catapres caverject cayston ceftin cefuroxime cefzil celebrex celexa cellcept
    cephalexine? cerezyme cesamet champix chemo chemotherapy chimio chimiotherapie cialis ciclosporine cimzia cinqair
    cipralex cipro cisplatine? citalopram claritin clavulin climara clindamycine? clindoxyl clomid clonazepam
    clonidine clopidogrel clopixol clozapine codeine cogentin colchicine combigan combivent combivir complera comtan
    concerta constella contraceptifs? contrave copaxone cordarone coreg corgard corlanor cortef corticosteroides?
    cortiment cortisone cosentyx cosopt cotazym coumadin coversyl cozaar creon crestor crysvita cyclobenzaprine
    cyclophosphamide cyclosporine cymbalta cyramza cystagon cytomel cytotec cytoxan dabigatran dalacin daliresp
    dalmane darzalex dayvigo ddavp decadron delatestryl delstrigo demerol denosumab depakene depo-provera descovy
    desvenlafaxine desyrel detrol dexamethasone dexedrine dexilant dialyse dialysis diamicron diazepam dicetel
    diclofenac didrocal differin diflucan digoxine? dilantin dilaudid diltiazem diovan ditropan divalproex domperidone
    donepezil dovato dovobet doxepine? duaklir duavive duloxetine duotrav dupixent duralith dymista dysport ebglyss
    ebixa edarbi edurant effexor effient elaprase elavil elelyso elidel eliquis elmiron eltroxin emerade emgality
    empracet enablex enbrel enhertu enstilar entocort entresto entuzity entyvio envarsus epclusa epipen epival epivir
    eprex epuris erbitux erleada esbriet escitalopram estrace estradot estrogel etanercept ethambutol etoposide
    eucrisa evenity evista evrysdi exelon exemestane exforge exjade eylea ezetimibe ezetrol fabrazyme fampyra fasenra
    faslodex febuxostat feldene femara fentanyl feraheme feramax ferriprox fetzima fiasp finasteride firmagon flagyl
    flecainide flexeril flomax flonase florinef flovent fluanxol fluorouracile? fluoxetine fluticasone focalin folfiri
    folfox foquest foradil forteo forxiga fosamax fosfomycine? fosrenol fragmin frisium fycompa gabapentine? galafold
    galantamine gazyva genotropin genvoya geodon gilenya gilotrif gleevec gliclazide glimepiride gluconorm glucophage
    glyburide glyxambi gonal-f gravol guanfacine hadlima halcion haldol haloperidol harvoni hctz hemlibra heparine?
    hepsera herceptin hormonotherapie hulio humalog humatrope humira humulin hydrea hydrocortisone hydromorphone
    hydroxychloroquine hydroxyurea hydroxyuree hyrimoz hytrin hyzaar ibrance ibuprofene? iclusig idacio ilaris ilumya
    imbruvica imcivree imdur imfinzi imitrex immunotherapie immunotherapy imodium imovane imuran incruse indapamide
    inderal indocid indomethacine? inflectra infliximab inlyta innohep inrebic inspiolto inspra insuline? intelence
    intuniv invega invokana iressa isentress isoniazide? isoptin isordil ivabradine ivermectine? jadenu jakavi jalyn
    janumet januvia jardiance jaydess jentadueto jinarc juluca jurnista juxtapid kadcyla kadian kaletra kalydeco
    keflex keppra kerendia kesimpta ketamine ketorolac kevzara keytruda kineret kisqali kivexa komboglyze krystexxa
    kuvan kyleena kyprolis lacosamide lactulose lamictal lamisil lamotrigine lanoxin lantus largactil lasix latuda
    lectopam leflunomide lemtrada lenalidomide lenvima leqvio lescol letrozole leukeran levaquin levemir levetiracetam
    levitra levodopa levothyroxine linezolid lioresal lipidil lipitor liraglutide lisinopril lithane lithium lixiana
    lomotil lonsurf lopressor lorazepam lorbrena losartan losec lotensin lovenox lozide lucentis lumigan lupron
    lurasidone luvox lynparza lyrica macrobid malarone manerix marinol marvelon mavenclad mavik maviret maxalt mayzent
    medrol mefloquine mekinist mektovi melatonine? meloxicam memantine meperidine mercaptopurine eslon metformine?
    methadone methotrexate methylphenidate metoclopramide metoject metolazone metoprolol mevacor mezavant miacalcin
    micardis minipress minirin minocine mirapex mirena mirtazapine misoprostol mobicox moclobemide modafinil modecate
    modulon monistat monoferric monopril monurol morphine motegran motrin mounjaro movantik ms_contin multaq
    mycophenolate myfembree myfortic myleran myozyme myrbetriq mysoline nabilone naglazyme naloxone naltrexone
    naprosyn naproxene? narcotiques? nardil nasonex neoral nerlynx neulasta neupogen neupro neurontin nexavar nexium
    nexplanon nexviazyme nicoderm ninlaro nitisinone nitoman nitrofurantoine? nitroglycerine? norditropin norvasc
    novolin novorapid nozinan nplate nubeqa nucala nucynta nurtec nuvaring nystatine? ocaliva ocrevus octreotide
    odefsey ofev olanzapine olmetec olumiant omnaris omnitrope omvoh onbrez onglyza onpattro opdivo opioides? opioids?
    opsumit opzelura orencia orfadin orilissa orkambi otezla oxaliplatine? oxcarbazepine oxycodone oxycontin oxyneo
    ozempic painkillers? palafer paliperidone palynziq pantoloc pantoprazole pariet parnate paroxetine paxil paxlovid
    pegasys penicilline? pentasa pepcid percocet perindopril perjeta phenobarbital phenytoine? phesgo pifeltro
    pilule_contraceptive piqray plaquenil plavix plegridy pomalyst ponvory pradaxa praluent pramipexole prandase
    pravachol prednisone pregabaline? premarin prep prevacid prezcobix prezista primidone prinivil pristiq
    progesterone prograf prolia prolopa promacta prometrium propafenone propylthiouracil proscar protopic provera
    provigil prozac pulmicort pulmozyme puregon purinethol qtern questran quetiapine qulipta qvar radicava
    radiotherapie radiotherapy ralivia ramipril rapamune ravicti reactine rebif relenza relistor relpax remeron
    remicade reminyl remodulin remsima renagel renflexis renvela repaglinide repatha requip resotran restasis restoril
    retevmo revatio revia revlimid revolade rexulti rifampine? rilutek riluzole rinvoq risperdal risperidone ritalin
    rituxan rituximab rivotril robaxacet robaxin rocaltrol ropinirole rosuvastatine? rozlytrek rukobia rybelsus rydapt
    rythmol sabril saizen salbutamol salofalk samsca sandostatin saphnelo saphris sativex savella saxenda seasonale
    sectral seebri semaglutide semglee sensipar septra serax serc serevent seroquel sertraline sibelium silenor siliq
    simlandi simponi sinemet sinequan singulair sintrom skyrizi sleeping_pills? soliqua soliris solu-medrol somatuline
    somavert somniferes? soolantra soriatane sotacor sotyktu sovaldi spinraza spiriva spironolactone sporanox spravato
    sprycel stalevo statex statines? statins? steglatro stelara stelazine steroids? stivarga strattera strensiq
    stribild sublinox sublocade suboxone sucralfate sulcrate sulfasalazine sumatriptan sunosi supeudol suprax
    surmontil sustiva sutent suvexx symbicort symdeko symtuza synjardy synthroid taclonex tacrolimus tafinlar tagrisso
    taltz tambocor tamiflu tamoxifene? tapazole tapentadol tarceva targin tasigna tavneos taxol taxotere tecentriq
    tecfidera tecta tegretol temodal tenormin testim testosterone tetrabenazine teveten tezspire thalidomide
    theophylline tiazac ticagrelor ticlid timoptic tirzepatide tivicay tizanidine toctino tofranil topamax topiramate
    toradol toujeo toviaz tracleer trajenta tramacet tramadol travatan trazodone trelegy tremfya tresiba tri-cyclen
    trikafta trileptal trimethoprime? trintellix triumeq trizivir trodelvy trosec trulicity trusopt truvada tudorza
    tukysa twynsta tykerb tylenol tysabri ubrelvy uloric ultibro ultomiris ultram uniphyl uptravi ursodiol ustekinumab
    vabysmo vagifem valium valproate valproic_acid valtrex vancocin vascepa vasotec vectibix velcade velphoro
    velsipity vemlidy venclexta venlafaxine venofer ventolin verapamil vermox verquvo verzenio vesicare vfend viagra
    vibramycin victoza vidaza viibryd vimizim vimpat vincristine viread visanne visken volibris voltaren vosevi
    votrient vpriv vraylar vumerity vyepti vyndaqel vyvanse vyxeos vyzulta wakix warfarine? wegovy wellbutrin xalacom
    xalatan xalkori xanax xarelto xatral xeljanz xeloda xenical xeomin xiaflex xifaxan xigduo xiidra xofluza xolair
    xtandi xultophy xyrem yervoy yuflyma zanaflex zantac zaroxolyn zaxine zejula zelboraf zeldox zenhale
    zepatier zepbound zeposia zestril ziagen zithromax zocor zofran zoladex zolgensma zoloft zolpidem zometa zomig
    zonegran zopiclone zyban zyprexa zytiga zytram zyvoxam
    """

#: How the international names of drugs end (WHO's stems).
STEMS: Final = (
    "sartan|prazole?|azepam|zolam|statine?|oxetine|cilline?|mycine?|floxacine?|cycline|gliptine?|gliflozine?"
    "|glutide|tiapine|peridone|olol|dipine|thiazide|semide|triptan|setron|ximab|zumab|lumab|mumab|sumab|kizumab"
    "|tinib|citinib|rafenib|ciclib|fibrate|dronate|lukast|profene?|codone|morphone|barbital|conazole|nidazole"
    "|trozole|cyclovir|buvir|tegravir|vudine|taxel|rubicine?|triptyline|ipramine|gabaline?|promazine|xaban|trexate"
    "|zolamide|tadine|rizine|zapine|tazapine|mazepine|pril|parine?|coxib|fenac|oxicam|terol|platine?|citabine"
    "|zomib|parib|limus|stigmine|thyroxine|formine?|glitazone|ercept|tacept|sidone|fentanil|fentanyl|methasone"
    "|nisolone|estradiol|grelor"
)
